package io.omniroute.platform.plugin;

import io.omniroute.api.PluginContext;
import io.omniroute.api.config.Config;
import io.omniroute.api.http.HttpExchanger;
import java.util.concurrent.ExecutorService;

/** What one generation of a plugin is given. */
record HostContext(
    String pluginId,
    String pluginVersion,
    Config config,
    HttpExchanger http,
    ExecutorService executor,
    System.Logger logger)
    implements PluginContext {

  /** The same for an extension with settings of its own. */
  HostContext with(Config settings) {
    return new HostContext(pluginId, pluginVersion, settings, http, executor, logger);
  }
}
