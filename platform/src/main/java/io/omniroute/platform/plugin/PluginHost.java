package io.omniroute.platform.plugin;

import io.omniroute.platform.store.PluginStateRepository;
import java.util.List;

/**
 * Finds, loads, watches and unloads plugins. Thread-safe; changing methods block until the change
 * has taken effect, and one waits for another.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class PluginHost implements Plugins, AutoCloseable {

  private PluginHost() {}

  /**
   * Loads everything in the plugins folder and watches it from then on. A plugin that cannot be
   * used is listed with its reason and harms nothing else.
   *
   * @throws java.io.UncheckedIOException when the folders cannot be made or read
   */
  public static PluginHost start(PluginHostOptions options, PluginStateRepository states) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PluginRegistry snapshot() {
    throw new UnsupportedOperationException();
  }

  @Override
  public PluginLease acquire() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription onChange(PluginListener listener) {
    throw new UnsupportedOperationException();
  }

  /** Every plugin file and every generation that still runs, by id, then newest first. */
  public List<PluginFacts> plugins() {
    throw new UnsupportedOperationException();
  }

  /**
   * Lets a plugin run, and tries again where it failed.
   *
   * @return what became of it
   * @throws io.omniroute.api.GatewayException {@code NOT_FOUND} where there is no such plugin
   */
  public PluginFacts enable(String id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Switches a plugin off; running requests end on it.
   *
   * @throws io.omniroute.api.GatewayException {@code NOT_FOUND} where there is no such plugin
   */
  public PluginFacts disable(String id) {
    throw new UnsupportedOperationException();
  }

  /** What could not be done any more without a plugin, one sentence each; empty for nothing. */
  public List<String> lostWithout(String id) {
    throw new UnsupportedOperationException();
  }

  /** Finds out what a file is, without running or keeping any of it. */
  public Inspection inspect(String fileName, byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  /**
   * Puts a file into the plugins folder and loads it. It replaces an older file of the same plugin.
   *
   * @return what became of it
   * @throws io.omniroute.api.GatewayException {@code INVALID_REQUEST} where it cannot be used: then
   *     nothing was changed
   */
  public PluginFacts install(String fileName, byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  /**
   * Deletes a plugin's file and forgets its settings; running requests end on it.
   *
   * @param id the plugin's id, or the name of one file
   * @throws io.omniroute.api.GatewayException {@code NOT_FOUND} where there is no such plugin
   */
  public void remove(String id) {
    throw new UnsupportedOperationException();
  }

  /** Looks at the plugins folder now and returns when what changed has taken effect. */
  public void rescan() {
    throw new UnsupportedOperationException();
  }

  /** Stops every plugin; waits for it a few seconds at the most. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
