package io.omniroute.platform.upstream;

import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * Every open connection, the idle ones by origin, and the clock that ages connections and times
 * calls out: one coarse tick over all of them instead of a timer for each call. Thread-safe.
 */
final class ConnectionPool {

  private static final long TICK_MILLIS = 50;

  /** How far a connection on the wanted I/O thread is looked for before any other does. */
  private static final int AFFINITY_SEARCH = 8;

  private final XnioIoThread clock;
  private final UpstreamSettings settings;
  private final Map<Origin, ArrayDeque<Connection>> idle = new ConcurrentHashMap<>();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean ticking = new AtomicBoolean();
  private volatile boolean closing;
  private volatile boolean aborted;

  ConnectionPool(XnioIoThread clock, UpstreamSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  int openCount() {
    return open.size();
  }

  int idleCount() {
    int sum = 0;
    for (ArrayDeque<Connection> connections : idle.values()) {
      synchronized (connections) {
        sum += connections.size();
      }
    }
    return sum;
  }

  /** The idle connection used last, one on the wanted thread if there is one near. */
  @Nullable Connection take(Origin origin, @Nullable XnioIoThread affinity) {
    ArrayDeque<Connection> connections = idle.get(origin);
    if (connections == null) {
      return null;
    }
    synchronized (connections) {
      int looked = 0;
      for (Iterator<Connection> each = connections.iterator();
          affinity != null && looked < AFFINITY_SEARCH && each.hasNext();
          looked++) {
        Connection connection = each.next();
        if (connection.ioThread() == affinity) {
          each.remove();
          return connection;
        }
      }
      return connections.pollFirst();
    }
  }

  /**
   * Makes room for one more connection, if need be by closing an idle one.
   *
   * @throws UpstreamException if every connection is busy
   */
  void reserve(Exchange exchange) throws UpstreamException {
    checkOpen(exchange);
    while (count.incrementAndGet() > settings.maxConnections()) {
      count.decrementAndGet();
      if (!evictOne()) {
        throw exchange.failure(
            Kind.CAPACITY, "all " + settings.maxConnections() + " connections are busy", null);
      }
    }
  }

  /** Gives back a reservation that led to no connection. */
  void unreserve() {
    count.decrementAndGet();
    signalIfClosing();
  }

  void checkOpen(Exchange exchange) throws UpstreamException {
    if (closing) {
      throw exchange.failure(Kind.CLOSED, "the client is closed", null);
    }
  }

  private boolean evictOne() {
    for (ArrayDeque<Connection> connections : idle.values()) {
      Connection oldest;
      synchronized (connections) {
        oldest = connections.pollLast();
      }
      if (oldest != null) {
        oldest.closeIfIdle();
        return true;
      }
    }
    return false;
  }

  /** Takes a new connection in; its reservation becomes its place. */
  void opened(Connection connection) {
    open.add(connection);
    if (aborted) {
      connection.close();
      return;
    }
    if (ticking.compareAndSet(false, true)) {
      schedule();
    }
  }

  /** Takes an idle connection back; false if it is to be closed instead. */
  boolean release(Connection connection) {
    if (closing || expired(connection.createdNanos(), settings.maxAge())) {
      return false;
    }
    ArrayDeque<Connection> connections =
        idle.computeIfAbsent(connection.origin(), key -> new ArrayDeque<>());
    synchronized (connections) {
      if (connections.size() >= settings.maxIdlePerOrigin()) {
        return false;
      }
      if (closing) {
        return false;
      }
      connections.addFirst(connection);
      return true;
    }
  }

  /** Forgets a closed connection. */
  void closed(Connection connection) {
    if (open.remove(connection)) {
      count.decrementAndGet();
      removeIdle(connection);
      signalIfClosing();
    }
  }

  private boolean removeIdle(Connection connection) {
    ArrayDeque<Connection> connections = idle.get(connection.origin());
    if (connections == null) {
      return false;
    }
    synchronized (connections) {
      return connections.remove(connection);
    }
  }

  private static boolean expired(long sinceNanos, Duration limit) {
    return System.nanoTime() - sinceNanos > limit.toNanos();
  }

  private void schedule() {
    try {
      clock.executeAfter(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The worker stops and closes every socket itself.
      ticking.set(false);
    }
  }

  private void tick() {
    long now = System.nanoTime();
    for (Connection connection : open) {
      Exchange exchange = connection.current();
      if (exchange != null) {
        timeOut(exchange, now);
      } else if (expired(connection.idleSinceNanos(), settings.maxIdle())
          || expired(connection.createdNanos(), settings.maxAge())) {
        if (removeIdle(connection)) {
          connection.closeIfIdle();
        }
      }
    }
    ticking.set(false);
    if (!open.isEmpty() && ticking.compareAndSet(false, true)) {
      schedule();
    }
  }

  private static void timeOut(Exchange exchange, long now) {
    Kind kind = exchange.overdue(now);
    if (kind != null) {
      String what =
          switch (kind) {
            case HEAD_TIMEOUT -> "no response in time";
            case IDLE_TIMEOUT -> "the response was silent for too long";
            default -> "the call took too long";
          };
      exchange.abort(exchange.failure(kind, what, null));
    }
  }

  /** Refuses new connections, closes idle ones, and each busy one when its call ends. */
  void stop() {
    closing = true;
    while (evictOne()) {
      // until none is idle
    }
  }

  /** Waits until no connection is left; false if that took too long. */
  synchronized boolean awaitEmpty(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (count.get() > 0) {
      long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }

  private void signalIfClosing() {
    if (closing) {
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Ends every call. */
  void abortAll() {
    aborted = true;
    for (Connection connection : List.copyOf(open)) {
      Exchange exchange = connection.current();
      if (exchange == null) {
        connection.closeIfIdle();
      } else {
        exchange.abort(exchange.failure(Kind.CLOSED, "the client is closed", null));
      }
    }
  }
}
