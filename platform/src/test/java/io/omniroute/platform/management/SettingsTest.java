package io.omniroute.platform.management;

import static io.omniroute.platform.management.TestGateway.PERSON;
import static io.omniroute.platform.management.TestGateway.PROGRAM;
import static io.omniroute.platform.management.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.api.GatewayException;
import io.omniroute.platform.management.SettingsService.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  @TempDir Path folder;

  @Test
  void defaultsAreSafeAndUsable() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      Settings settings = gateway.management.settings();

      assertThat(settings.requireLogin()).isTrue();
      assertThat(settings.requireApiKey()).isFalse();
      assertThat(settings.allowPrivateHosts()).isFalse();
      assertThat(settings.maxBodyBytes()).isEqualTo(10 * 1024 * 1024);
      assertThat(settings.streamIdleTimeout()).isEqualTo(Duration.ofMinutes(1));
      assertThat(settings.callTimeout()).isEqualTo(Duration.ofMinutes(2));
      assertThat(settings.logRetentionDays()).isEqualTo(90);
      assertThat(settings.corsOrigins()).containsExactly("*");
    }
  }

  @Test
  void aChangeActsAtOnceAndOutlivesARestart() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      List<Settings> heard = new ArrayList<>();
      Runnable stop = gateway.services().settings().onChange(heard::add);

      Settings changed =
          gateway
              .services()
              .settings()
              .change(
                  json("{'instanceName':'home','blockedProviders':['acme'],'fetchTimeoutMs':5000}"),
                  PERSON);

      assertThat(changed).isEqualTo(gateway.management.settings());
      assertThat(heard).containsExactly(changed);
      assertThat(changed.callTimeout()).isEqualTo(Duration.ofSeconds(5));
      stop.run();
      gateway.services().settings().change(json("{'theme':'dark'}"), PERSON);
      assertThat(heard).hasSize(1);
    }
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      assertThat(gateway.management.settings().instanceName()).isEqualTo("home");
      assertThat(gateway.management.settings().blockedProviders()).containsExactly("acme");
    }
  }

  @Test
  void oneFaultSpoilsTheWholeChange() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      InvalidInput refused =
          catchThrowableOfType(
              InvalidInput.class,
              () ->
                  gateway
                      .services()
                      .settings()
                      .change(
                          json(
                              "{'instanceName':'home','stickyRoundRobinLimit':3,"
                                  + "'logRetentionDays':400,'theme':'pink','requireLogin':'no'}"),
                          PERSON));

      assertThat(TestGateway.faults(refused))
          .containsExactly(
              "stickyRoundRobinLimit is not a setting of this gateway",
              "logRetentionDays must be at most 365",
              "theme must be one of auto, light, dark",
              "requireLogin must be true or false");
      assertThat(gateway.management.settings().instanceName()).isEqualTo("OmniRoute");
    }
  }

  @Test
  void nullGivesTheDefaultBackAndListsMayBeWrittenWithCommas() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      SettingsService settings = gateway.services().settings();
      settings.change(json("{'corsOrigins':'https://a.example, https://b.example'}"), PERSON);
      assertThat(settings.current().corsOrigins())
          .containsExactly("https://a.example", "https://b.example");

      settings.change(json("{'corsOrigins':null}"), PERSON);
      assertThat(settings.current().corsOrigins()).containsExactly("*");
    }
  }

  @Test
  void theEnvironmentFixesSettings() {
    Map<String, String> environment =
        Map.of(
            "STREAM_IDLE_TIMEOUT_MS", "5000", "REQUIRE_API_KEY", "true", "FETCH_TIMEOUT_MS", "x");
    try (TestGateway gateway = TestGateway.in(folder, environment)) {
      SettingsService settings = gateway.services().settings();

      assertThat(settings.current().streamIdleTimeout()).isEqualTo(Duration.ofSeconds(5));
      assertThat(settings.current().requireApiKey()).isTrue();
      assertThat(settings.current().callTimeout()).isEqualTo(Duration.ofMinutes(2));
      assertThat(settings.entries())
          .filteredOn(entry -> entry.source() == Source.ENVIRONMENT)
          .extracting(SettingsService.Entry::variable)
          .containsExactlyInAnyOrder("STREAM_IDLE_TIMEOUT_MS", "REQUIRE_API_KEY");
      assertThatThrownBy(() -> settings.change(json("{'requireApiKey':false}"), PERSON))
          .isInstanceOf(InvalidInput.class)
          .hasMessageContaining("REQUIRE_API_KEY");
    }
  }

  @Test
  void whoGetsInIsForPersonsToDecide() {
    try (TestGateway gateway = TestGateway.in(folder, Map.of())) {
      SettingsService settings = gateway.services().settings();

      settings.change(json("{'theme':'dark'}"), PROGRAM);
      assertThatThrownBy(() -> settings.change(json("{'requireLogin':false}"), PROGRAM))
          .isInstanceOf(GatewayException.class)
          .hasMessageContaining("session");
      assertThat(settings.current().requireLogin()).isTrue();
    }
  }
}
