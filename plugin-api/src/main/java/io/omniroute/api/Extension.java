package io.omniroute.api;

/**
 * What every kind of plugin shares: its life. A plugin declares its extensions by {@code provides …
 * with …} in its {@code module-info}; the host makes one instance of each with the public
 * constructor without parameters.
 */
public interface Extension {

  /**
   * Called once, before any other method. May block for a short time; an exception makes the plugin
   * fail with that reason and harms nothing else.
   */
  default void start(PluginContext context) {}

  /** Called once, when nothing uses the extension any more. Must not block for long. */
  default void stop() {}
}
