package io.omniroute.platform.plugin;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts who uses one registry. The host itself is the first user; when the last one has gone, the
 * counter is closed for good and says so once. Lock-free: taking and giving back is one atomic
 * operation each.
 */
final class LeaseCounter {

  /** Far below zero, so that late comers cannot lift it back. */
  private static final int CLOSED = Integer.MIN_VALUE / 2;

  private final PluginRegistry registry;
  private final Runnable whenUnused;
  private final AtomicInteger users = new AtomicInteger(1);

  LeaseCounter(PluginRegistry registry, Runnable whenUnused) {
    this.registry = registry;
    this.whenUnused = whenUnused;
  }

  PluginRegistry registry() {
    return registry;
  }

  /** One user more; false when nobody may use it any more. */
  boolean tryAcquire() {
    return users.getAndIncrement() >= 0;
  }

  /** One user less. */
  void release() {
    if (users.decrementAndGet() == 0 && users.compareAndSet(0, CLOSED)) {
      whenUnused.run();
    }
  }

  /** How many users there are, the host included. */
  int users() {
    return Math.max(0, users.get());
  }
}
