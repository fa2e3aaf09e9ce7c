package io.omniroute.platform.plugin;

/**
 * Where the rest of the platform gets what plugins provide. Thread-safe; only {@link #onChange} may
 * block, for a moment.
 */
public interface Plugins {

  /**
   * What is provided now, for look-ups that do not run plugin code or end at once. Work that calls
   * a plugin more than once, or waits, takes a {@linkplain #acquire lease}.
   */
  PluginRegistry snapshot();

  /**
   * Leases what is provided now. No plugin in it is stopped before the lease is closed, unless the
   * lease outlives the drain deadline. Lock-free; costs one atomic operation.
   */
  PluginLease acquire();

  /**
   * Calls a listener after each change, one call at a time, on a thread of the host. It must be
   * quick and must not call the host's changing methods.
   */
  Subscription onChange(PluginListener listener);

  /** A fixed registry: for tests and for use without plugin files. */
  static Plugins fixed(PluginRegistry registry) {
    return new FixedPlugins(registry);
  }

  /** Takes part in changes. */
  @FunctionalInterface
  interface PluginListener {

    /** Called when the registry or any plugin's facts have changed. */
    void changed(PluginRegistry registry);
  }

  /** Ends when it is closed. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {

    @Override
    void close();
  }
}
