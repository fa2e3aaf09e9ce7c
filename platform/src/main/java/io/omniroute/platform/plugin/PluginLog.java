package io.omniroute.platform.plugin;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** A plugin's log, as part of the gateway's own. */
record PluginLog(Logger target) implements System.Logger {

  @Override
  public String getName() {
    return target.getName();
  }

  @Override
  public boolean isLoggable(Level level) {
    return level != Level.OFF && (level == Level.ALL || target.isEnabledForLevel(translate(level)));
  }

  @Override
  public void log(
      Level level,
      @Nullable ResourceBundle bundle,
      @Nullable String message,
      @Nullable Throwable thrown) {
    if (isLoggable(level)) {
      target.atLevel(translate(level)).setCause(thrown).log(localized(bundle, message));
    }
  }

  @Override
  public void log(
      Level level,
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

  private static org.slf4j.event.Level translate(Level level) {
    return switch (level) {
      case ALL, TRACE -> org.slf4j.event.Level.TRACE;
      case DEBUG -> org.slf4j.event.Level.DEBUG;
      case INFO -> org.slf4j.event.Level.INFO;
      case WARNING -> org.slf4j.event.Level.WARN;
      case ERROR, OFF -> org.slf4j.event.Level.ERROR;
    };
  }
}
