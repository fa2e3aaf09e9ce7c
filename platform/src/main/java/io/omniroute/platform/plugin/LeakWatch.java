package io.omniroute.platform.plugin;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether stopped plugins leave the memory. One that does not has left a thread, a thread
 * local, a shutdown hook or a listener behind; it costs memory with each reload. Thread-safe.
 */
final class LeakWatch {

  private static final Logger LOG = LoggerFactory.getLogger(LeakWatch.class);
  private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

  private final HostTimer timer;
  private final Duration patience;
  private final List<Leak> leaks = new CopyOnWriteArrayList<>();

  LeakWatch(HostTimer timer, Duration patience) {
    this.timer = timer;
    this.patience = patience;
  }

  /** Begins to watch what remains of a stopped plugin. */
  void watch(PluginOrigin origin, WeakReference<ClassLoader> remains) {
    Leak candidate = new Leak(origin, remains);
    timer.after(patience, () -> firstLook(candidate));
  }

  /** The generations that ought to be gone and are not. */
  List<PluginOrigin> leaking() {
    leaks.removeIf(Leak::gone);
    return leaks.stream().map(Leak::origin).toList();
  }

  @SuppressWarnings("SystemGc")
  private void firstLook(Leak candidate) {
    if (!candidate.gone()) {
      // An idle gateway may not collect for hours; a warning needs more than that.
      System.gc();
      timer.after(SECOND_LOOK, () -> lastLook(candidate));
    }
  }

  private void lastLook(Leak candidate) {
    if (!candidate.gone()) {
      leaks.add(candidate);
      PluginOrigin origin = candidate.origin();
      LOG.warn(
          "plugin '{}' {} (generation {}) is still in memory {} s after it was stopped: {}",
          origin.pluginId(),
          origin.version(),
          origin.generation(),
          patience.toSeconds(),
          "it left a thread, a thread local, a hook or a listener behind");
    }
  }

  private record Leak(PluginOrigin origin, WeakReference<ClassLoader> remains) {

    boolean gone() {
      return remains.refersTo(null);
    }
  }
}
