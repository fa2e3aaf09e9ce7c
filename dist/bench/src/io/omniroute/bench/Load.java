package io.omniroute.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Sends the same chat request over and over and checks every answer, on one thread.
 *
 * <p>Closed loop: each connection sends its next request when the answer has come. Open loop:
 * requests have fixed start times, whatever the answers do, and latency counts from these, so a
 * stalled target cannot hide its stall by slowing the generator. One instance is one run.
 */
final class Load {

  private static final long NANOS_PER_MILLI = 1_000_000L;
  private static final long DRAIN_NANOS = 5_000_000_000L;
  private static final long TIMEOUT_CHECK_NANOS = 200 * NANOS_PER_MILLI;

  private final Endpoint endpoint;
  private final Workload workload;
  private final Window window;
  private final LoadListener listener;
  private final LoadCounters counters = new LoadCounters();
  private final ByteBuffer shared = ByteBuffer.allocate(64 * 1024);
  private final List<LoadConnection> connections = new ArrayList<>();
  private final Deque<LoadConnection> idle = new ArrayDeque<>();
  private final long intervalNanos;
  private Selector selector;
  private boolean draining;
  private long nextStart;
  private long nextTimeoutCheck;
  private long nextProgress;

  Load(Endpoint endpoint, Workload workload, Window window, LoadListener listener) {
    this.endpoint = endpoint;
    this.workload = workload;
    this.window = window;
    this.listener = listener;
    this.nextProgress = listener.progressEvery();
    int rate = workload.requestsPerSecond();
    this.intervalNanos = rate == 0 ? 0 : 1_000_000_000L / rate;
  }

  /** Runs warm-up, counted window and drain; ends in bounded time whatever the target does. */
  LoadResult run() throws IOException {
    try (Selector opened = Selector.open()) {
      selector = opened;
      nextStart = System.nanoTime();
      connect();
      turnUntil(System.nanoTime() + window.warmup().toNanos());
      listener.opened();
      counters.startMeasuring();
      long begin = System.nanoTime();
      turnUntil(begin + window.measured().toNanos());
      counters.stopMeasuring();
      long end = System.nanoTime();
      listener.closed();
      drain();
      return new LoadResult((end - begin) / 1e9, counters);
    } finally {
      for (LoadConnection connection : connections) {
        connection.close();
      }
    }
  }

  /** What was counted so far; of use after {@link #run} has failed. */
  LoadCounters counters() {
    return counters;
  }

  private void connect() throws IOException {
    InetSocketAddress address = endpoint.address();
    ByteBuffer request = ChatRequest.bytes(endpoint, workload);
    for (int index = 0; index < workload.connections(); index++) {
      Answer answer = workload.kind().streams() ? new EventAnswer(counters) : new JsonAnswer();
      LoadConnection connection = new LoadConnection(address, request, answer, counters);
      connections.add(connection);
      connection.open(selector);
      next(connection);
    }
  }

  private void turnUntil(long end) throws IOException {
    long now = System.nanoTime();
    while (now < end && counters.requests() < window.maxRequests()) {
      startDue(now);
      turn(Math.min(end - now, untilNextStart(now)));
      now = System.nanoTime();
      checkTimeouts(now);
      if (counters.requests() >= nextProgress) {
        nextProgress += listener.progressEvery();
        listener.progress(counters);
      }
    }
  }

  private void turn(long waitNanos) throws IOException {
    long millis = Math.min(waitNanos / NANOS_PER_MILLI, 100);
    if (millis <= 1) {
      // The selector counts in milliseconds; the last one is spent looking again and again.
      selector.selectNow(this::ready);
    } else {
      selector.select(this::ready, millis - 1);
    }
  }

  private void startDue(long now) throws IOException {
    while (intervalNanos > 0 && nextStart <= now && !idle.isEmpty()) {
      idle.poll().send(nextStart);
      nextStart += intervalNanos;
    }
  }

  private long untilNextStart(long now) {
    return intervalNanos == 0 || idle.isEmpty() ? Long.MAX_VALUE : Math.max(0, nextStart - now);
  }

  private void ready(SelectionKey key) {
    if (key.isValid()) {
      LoadConnection connection = (LoadConnection) key.attachment();
      proceed(connection, connection.ready(shared));
    }
  }

  private void proceed(LoadConnection connection, LoadConnection.Next step) {
    try {
      if (step == LoadConnection.Next.REOPEN) {
        connection.open(selector);
      }
      if (step != LoadConnection.Next.WAIT) {
        next(connection);
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException("cannot go on with " + endpoint.url(), failure);
    }
  }

  private void next(LoadConnection connection) throws IOException {
    if (intervalNanos > 0) {
      idle.add(connection);
    } else if (!draining) {
      connection.send(System.nanoTime());
    }
  }

  private void checkTimeouts(long now) {
    if (now < nextTimeoutCheck) {
      return;
    }
    nextTimeoutCheck = now + TIMEOUT_CHECK_NANOS;
    for (LoadConnection connection : connections) {
      if (connection.overdue(now, window.timeout().toNanos())) {
        counters.error("no whole answer within " + window.timeout().toMillis() + " ms");
        proceed(connection, LoadConnection.Next.REOPEN);
      }
    }
  }

  /** Lets answers that are under way come to their end, so that nothing cut goes unnoticed. */
  private void drain() throws IOException {
    draining = true;
    long end = System.nanoTime() + Math.min(DRAIN_NANOS, window.timeout().toNanos());
    while (System.nanoTime() < end && connections.stream().anyMatch(LoadConnection::busy)) {
      selector.select(this::ready, 10);
    }
    for (LoadConnection connection : connections) {
      if (connection.busy()) {
        counters.error("no whole answer before the end of the run");
      }
    }
  }
}
