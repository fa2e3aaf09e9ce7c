package io.omniroute.api;

import io.omniroute.api.config.Config;
import io.omniroute.api.http.HttpExchanger;
import java.util.concurrent.ExecutorService;

/**
 * What the host gives to a plugin. Thread-safe. It is valid until the extension is stopped; the
 * host then ends the executor's tasks, so a plugin that starts no other threads leaves nothing
 * behind.
 */
public interface PluginContext {

  /** The plugin's id. */
  String pluginId();

  /** The plugin's version. */
  String pluginVersion();

  /** The plugin's settings, checked against its schema. */
  Config config();

  /** Sends whole requests through the host's client, for work with more than one step. */
  HttpExchanger http();

  /** Runs tasks on virtual threads that the host ends with the plugin. */
  ExecutorService executor();

  /** A log that names the plugin. */
  System.Logger logger();
}
