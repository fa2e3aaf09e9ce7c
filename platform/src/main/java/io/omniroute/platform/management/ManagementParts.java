package io.omniroute.platform.management;

import io.omniroute.platform.auth.Exposure;
import io.omniroute.platform.plugin.Plugins;
import io.omniroute.platform.store.Store;
import java.time.InstantSource;
import java.util.Map;

/**
 * What {@link Management} is made of.
 *
 * @param store what the gateway remembers
 * @param plugins what plugins provide
 * @param pluginControl the plugin host
 * @param environment the environment variables
 * @param exposure how far the gateway can be reached
 * @param version the gateway's version
 * @param stop stops the process in an orderly way
 * @param clock tells the time
 */
record ManagementParts(
    Store store,
    Plugins plugins,
    PluginControl pluginControl,
    Map<String, String> environment,
    Exposure exposure,
    String version,
    Runnable stop,
    InstantSource clock) {

  /** Copies the map. */
  ManagementParts {
    environment = Map.copyOf(environment);
  }

  /** Only the version: the environment holds secrets. */
  @Override
  public String toString() {
    return "ManagementParts of " + version;
  }
}
