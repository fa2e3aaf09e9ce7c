package io.omniroute.platform.plugin;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** A plugin's log, as part of the gateway's own. */
record PluginLog(Logger target) implements System.Logger {

  @Override
  public String getName() {
    return target.getName();
  }

  @Override
  public boolean isLoggable(System.Logger.Level level) {
    return level != System.Logger.Level.OFF
        && (level == System.Logger.Level.ALL || target.isEnabledForLevel(translate(level)));
  }

  @Override
  public void log(
      System.Logger.Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      target.atLevel(translate(level)).setCause(thrown).log(localized(bundle, message));
    }
  }

  @Override
  public void log(
      System.Logger.Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String format,
      @Nullable Object @Nullable ... parameters) {
    if (isLoggable(level)) {
      String pattern = localized(bundle, format);
      boolean plain = parameters == null || parameters.length == 0;
      target.atLevel(translate(level)).log(plain ? pattern : formatted(pattern, parameters));
    }
  }

  private static String formatted(String pattern, @Nullable Object @Nullable [] parameters) {
    try {
      return MessageFormat.format(pattern, parameters);
    } catch (IllegalArgumentException e) {
      // A pattern that is none is still worth reading.
      return pattern;
    }
  }

  private static String localized(@Nullable ResourceBundle bundle, @Nullable String message) {
    String key = String.valueOf(message);
    try {
      return bundle == null ? key : bundle.getString(key);
    } catch (MissingResourceException | ClassCastException e) {
      return key;
    }
  }

  private static Level translate(System.Logger.Level level) {
    return switch (level) {
      case ALL, TRACE -> Level.TRACE;
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARN;
      case ERROR, OFF -> Level.ERROR;
    };
  }
}
