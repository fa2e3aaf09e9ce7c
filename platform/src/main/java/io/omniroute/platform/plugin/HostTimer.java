package io.omniroute.platform.plugin;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does things later on one daemon thread; what is due after the end is not done. Thread-safe. */
final class HostTimer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HostTimer.class);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("plugin-timer").daemon().factory());

  /** Runs a quick task after a time. */
  void after(Duration time, Runnable task) {
    if (!executor.isShutdown()) {
      ScheduledFuture<?> ignored =
          executor.schedule(() -> run(task), time.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** A border: one task's fault must not be lost, nor end later ones. */
  @SuppressWarnings("CatchingUnchecked")
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Exception e) {
      LOG.error("a timed task of the plugin host failed", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
