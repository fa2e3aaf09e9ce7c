package io.omniroute.platform.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Holds the registry in force and knows which generations are in use. Publishing swaps the registry
 * at once; a generation that is in no registry any more, or only in ones past their drain deadline,
 * is handed to be stopped. Thread-safe; taking a lease is lock-free.
 */
final class RegistryPublisher {

  private final Executor background;
  private final HostTimer timer;
  private final Duration drainDeadline;
  private final Consumer<Generation> whenUnused;
  private final Map<Generation, Integer> registriesOf = new HashMap<>();
  private volatile LeaseCounter current = new LeaseCounter(PluginRegistry.EMPTY, () -> {});
  private Retirement retirement = new Retirement(List.of());

  /**
   * A publisher of the empty registry.
   *
   * @param background runs what the last user of a generation leaves to be done
   * @param whenUnused stops a generation; called once for each
   */
  RegistryPublisher(
      Executor background,
      HostTimer timer,
      Duration drainDeadline,
      Consumer<Generation> whenUnused) {
    this.background = background;
    this.timer = timer;
    this.drainDeadline = drainDeadline;
    this.whenUnused = whenUnused;
  }

  PluginRegistry registry() {
    return current.registry();
  }

  PluginLease acquire() {
    while (true) {
      LeaseCounter counter = current;
      if (counter.tryAcquire()) {
        return new PluginLease(counter);
      }
      // It was replaced between the two lines: the next one is there already.
      Thread.onSpinWait();
    }
  }

  /** Puts a registry of the given generations in force. */
  void publish(PluginRegistry registry, Collection<Generation> generations) {
    LeaseCounter replaced;
    Retirement ending;
    synchronized (registriesOf) {
      generations.forEach(it -> registriesOf.merge(it, 1, Integer::sum));
      replaced = current;
      ending = retirement;
      Retirement next = new Retirement(List.copyOf(generations));
      retirement = next;
      current = new LeaseCounter(registry, () -> background.execute(next));
    }
    replaced.release();
    if (!ending.done()) {
      timer.after(drainDeadline, () -> background.execute(ending));
    }
  }

  /** The generations that serve old requests only. */
  List<Generation> draining() {
    synchronized (registriesOf) {
      List<Generation> old = new ArrayList<>(registriesOf.keySet());
      old.removeAll(retirement.generations);
      return old;
    }
  }

  private void retire(List<Generation> generations) {
    List<Generation> unused = new ArrayList<>();
    synchronized (registriesOf) {
      for (Generation generation : generations) {
        if (registriesOf.merge(generation, -1, Integer::sum) == 0) {
          registriesOf.remove(generation);
          unused.add(generation);
        }
      }
    }
    unused.forEach(whenUnused);
  }

  /** The end of one registry, by its last user or by the deadline, whichever is first. */
  private final class Retirement implements Runnable {

    private final AtomicBoolean done = new AtomicBoolean();
    private volatile List<Generation> generations;

    Retirement(List<Generation> generations) {
      this.generations = generations;
    }

    boolean done() {
      return done.get();
    }

    @Override
    public void run() {
      if (done.compareAndSet(false, true)) {
        List<Generation> all = generations;
        // The timer keeps this object until the deadline; it must not keep the plugins.
        generations = List.of();
        retire(all);
      }
    }
  }
}
