package io.omniroute.platform.http;

import io.omniroute.platform.upstream.Cancellation;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The requests that are being served. Notices clients that go away while nothing is sent to them,
 * and counts for the graceful stop. Looking at every connection from the start would cost two
 * system calls a request, so only those that take longer than a moment are watched.
 */
final class Exchanges implements AutoCloseable {

  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final AttachmentKey<Holder> HOLDER = AttachmentKey.create(Holder.class);

  private final Set<Running> running = ConcurrentHashMap.newKeySet();
  private final Thread sweeper;
  private volatile boolean closed;

  Exchanges() {
    sweeper = Thread.ofVirtual().name("client-watch").start(this::sweep);
  }

  /** A request begins. */
  Running begin(HttpServerExchange exchange) {
    Running request = new Running(exchange);
    holder(exchange).current = request;
    running.add(request);
    return request;
  }

  /** A request is over. */
  void end(Running request) {
    running.remove(request);
    request.over = true;
  }

  /**
   * Waits until nothing runs any more.
   *
   * @return whether that was reached in time
   */
  boolean awaitIdle(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!running.isEmpty()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return true;
  }

  /** How many requests are being served. */
  int count() {
    return running.size();
  }

  /** Gives up every request that still runs. */
  void cancelAll() {
    running.forEach(request -> request.cancellation.cancel());
  }

  @Override
  public void close() {
    closed = true;
    sweeper.interrupt();
  }

  private void sweep() {
    while (!closed) {
      try {
        Thread.sleep(MOMENT);
      } catch (InterruptedException e) {
        return;
      }
      long before = System.nanoTime() - MOMENT.toNanos();
      for (Running request : running) {
        if (request.startNanos - before < 0 && request.watched.compareAndSet(false, true)) {
          request.exchange.getIoThread().execute(() -> ClientWatch.arm(request));
        }
      }
    }
  }

  /** One listener a connection, whatever the number of its requests. */
  private static Holder holder(HttpServerExchange exchange) {
    Holder known = exchange.getConnection().getAttachment(HOLDER);
    if (known != null) {
      return known;
    }
    Holder fresh = new Holder();
    exchange.getConnection().putAttachment(HOLDER, fresh);
    exchange.getConnection().addCloseListener(gone -> fresh.cancel());
    return fresh;
  }

  private static final class Holder {
    volatile @Nullable Running current;

    void cancel() {
      Running request = current;
      if (request != null && !request.over) {
        request.cancellation.cancel();
      }
    }
  }

  /** A request that is being served. */
  static final class Running {

    final HttpServerExchange exchange;
    final Cancellation cancellation = new Cancellation();
    final long startNanos = System.nanoTime();
    final AtomicBoolean watched = new AtomicBoolean();
    volatile boolean over;

    Running(HttpServerExchange exchange) {
      this.exchange = exchange;
    }

    @Nullable AbstractServerConnection connection() {
      return exchange.getConnection() instanceof AbstractServerConnection plain ? plain : null;
    }
  }
}
