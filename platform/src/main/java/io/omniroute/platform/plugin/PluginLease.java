package io.omniroute.platform.plugin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The right to use one registry's plugins until it is closed. A request takes one at its start and
 * closes it when its stream has ended. Any thread may close it; closing twice does nothing.
 */
public final class PluginLease implements AutoCloseable {

  private static final VarHandle OPEN;

  static {
    try {
      OPEN = MethodHandles.lookup().findVarHandle(PluginLease.class, "open", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final LeaseCounter counter;

  @SuppressWarnings({"unused", "FieldMayBeFinal"})
  private volatile boolean open = true;

  /** Takes over one use that was acquired already. */
  PluginLease(LeaseCounter counter) {
    this.counter = counter;
  }

  /** What the lease is for: the same from its beginning to its end. */
  public PluginRegistry registry() {
    return counter.registry();
  }

  @Override
  public void close() {
    if ((boolean) OPEN.getAndSet(this, false)) {
      counter.release();
    }
  }
}
