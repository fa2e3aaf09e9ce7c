package io.omniroute.api;

import io.omniroute.api.config.ConfigSchema;

/**
 * What every kind of plugin shares: its life. A plugin declares its extensions by {@code provides …
 * with …} in its {@code module-info}; the host makes one instance of each with the public
 * constructor without parameters.
 */
public interface Extension {

  /**
   * What a person can set for the plugin as a whole, to be read from {@link PluginContext#config}.
   * Must be the same at every call; the host asks before {@link #start}. By default nothing.
   */
  default ConfigSchema pluginSettings() {
    return ConfigSchema.EMPTY;
  }

  /**
   * Called once, before any other method. May block for a short time; an exception makes the plugin
   * fail with that reason and harms nothing else.
   */
  default void start(PluginContext context) {}

  /** Called once, when nothing uses the extension any more. Must not block for long. */
  default void stop() {}
}
