package io.omniroute.platform.plugin;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls back when the plugins folder may have changed: at once where the system reports changes,
 * and by the clock for file systems that report late or never.
 */
final class FolderWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  /** How soon to look again at files that are not settled. */
  private static final Duration SOON = Duration.ofMillis(100);

  private final @Nullable WatchService service;
  private final Duration interval;
  private final BooleanSupplier look;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Begins to watch.
   *
   * @param interval how often to look without any report
   * @param look looks at the folder; true when something there is not settled yet
   */
  FolderWatch(Path directory, Duration interval, BooleanSupplier look) {
    this.service = register(directory);
    this.interval = interval;
    this.look = look;
    thread = Thread.ofVirtual().name("plugin-watch").start(this::run);
  }

  private static @Nullable WatchService register(Path directory) {
    try {
      WatchService service = directory.getFileSystem().newWatchService();
      directory.register(
          service,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      return service;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.info("changes of {} are found by looking only: {}", directory, e.getMessage());
      return null;
    }
  }

  private void run() {
    boolean unsettled = true;
    try {
      while (!closed) {
        await(unsettled ? SOON : interval);
        unsettled = !closed && tick();
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      LOG.debug("the plugins folder is not watched any more");
    }
  }

  /** A border: whatever goes wrong in one look must not end all later ones. */
  @SuppressWarnings("CatchingUnchecked")
  private boolean tick() {
    try {
      return look.getAsBoolean();
    } catch (Exception e) {
      LOG.error("looking at the plugins folder failed", e);
      return false;
    }
  }

  private void await(Duration time) throws InterruptedException {
    if (service == null) {
      Thread.sleep(time);
      return;
    }
    WatchKey key = service.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    if (key != null) {
      key.pollEvents();
      key.reset();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    if (service != null) {
      try {
        service.close();
      } catch (IOException e) {
        LOG.debug("the watch service did not close: {}", e.getMessage());
      }
    }
  }
}
