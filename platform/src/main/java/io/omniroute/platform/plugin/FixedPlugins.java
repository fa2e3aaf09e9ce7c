package io.omniroute.platform.plugin;

/** Plugins that never change. */
record FixedPlugins(PluginRegistry snapshot) implements Plugins {

  @Override
  public PluginLease acquire() {
    return new PluginLease(new LeaseCounter(snapshot, () -> {}));
  }

  @Override
  public Subscription onChange(PluginListener listener) {
    return () -> {};
  }
}
