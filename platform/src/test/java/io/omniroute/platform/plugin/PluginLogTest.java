package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.helpers.LegacyAbstractLogger;

final class PluginLogTest {

  private final Lines lines = new Lines();
  private final PluginLog log = new PluginLog(lines);

  @Test
  void levelsAndPatternsOfJavaBecomeThoseOfTheGateway() {
    log.log(Level.INFO, "loaded {0} of {1}", 3, "four");
    log.log(Level.WARNING, "it''s {odd", 1);
    log.log(Level.ERROR, "it failed", new IllegalStateException("why"));
    log.log(Level.DEBUG, "not wanted");
    log.log(Level.OFF, "never");

    assertThat(lines.all)
        .containsExactly("INFO loaded 3 of four", "WARN it''s {odd", "ERROR it failed: why");
  }

  @Test
  void itAsksTheGatewayWhatIsWanted() {
    assertThat(log.isLoggable(Level.INFO)).isTrue();
    assertThat(log.isLoggable(Level.DEBUG)).isFalse();
    assertThat(log.isLoggable(Level.OFF)).isFalse();
    assertThat(log.getName()).isEqualTo("lines");
  }

  /** Keeps what is logged, from level info on. */
  private static final class Lines extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    final transient List<String> all = new ArrayList<>();

    Lines() {
      name = "lines";
    }

    @Override
    protected void handleNormalizedLoggingCall(
        org.slf4j.event.Level level,
        Marker marker,
        String message,
        Object[] arguments,
        Throwable thrown) {
      all.add(level + " " + message + (thrown == null ? "" : ": " + thrown.getMessage()));
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return Lines.class.getName();
    }

    @Override
    public boolean isTraceEnabled() {
      return false;
    }

    @Override
    public boolean isDebugEnabled() {
      return false;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }
  }
}
