package io.omniroute.platform.upstream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** A worker and a client for a test. */
final class UpstreamFixture implements AutoCloseable {

  static final Timeouts GENEROUS =
      new Timeouts(
          Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ZERO);

  private final XnioWorker worker;
  private final UpstreamClient client;

  private UpstreamFixture(XnioWorker worker, UpstreamSettings settings) {
    this.worker = worker;
    this.client = new UpstreamClient(worker, settings);
  }

  static UpstreamFixture create() throws IOException {
    return create(UpstreamSettings.defaults());
  }

  static UpstreamFixture create(UpstreamSettings settings) throws IOException {
    XnioWorker worker =
        Xnio.getInstance()
            .createWorker(
                OptionMap.create(Options.WORKER_IO_THREADS, 2, Options.THREAD_DAEMON, true));
    return new UpstreamFixture(worker, settings);
  }

  UpstreamClient client() {
    return client;
  }

  XnioWorker worker() {
    return worker;
  }

  static UpstreamCall post(UpstreamTarget target, String body) {
    return UpstreamCall.post(
            target,
            Headers.of("content-type", "application/json"),
            body.getBytes(StandardCharsets.UTF_8))
        .with(GENEROUS);
  }

  /** Sends a small request and reads the whole answer as text. */
  String ask(UpstreamTarget target) throws UpstreamException {
    try (UpstreamResponse response = client.exchange(post(target, "{}"))) {
      return text(response);
    }
  }

  static String text(UpstreamResponse response) throws UpstreamException {
    return new String(response.readAll(64 * 1024 * 1024), StandardCharsets.UTF_8);
  }

  /** Runs on a virtual thread. */
  static <T> CompletableFuture<T> async(Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                result.complete(work.call());
              } catch (Exception e) {
                result.completeExceptionally(e);
              }
            });
    return result;
  }

  /** Waits for something that another thread brings about. */
  static void eventually(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come true in time");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    client.close();
    worker.shutdownNow();
  }
}
