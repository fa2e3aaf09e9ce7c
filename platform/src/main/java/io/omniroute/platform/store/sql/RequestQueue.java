package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.RequestLog.REQUEST_LOG;
import static io.omniroute.platform.store.sql.schema.tables.UsageAttempts.USAGE_ATTEMPTS;

import io.omniroute.platform.store.RequestRecord;
import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.sql.RequestRows.Entry;
import io.omniroute.platform.store.sql.RequestRows.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests on their way to the database. The first one of a batch plans a visit of the writer's
 * thread; while nothing comes, nothing runs.
 */
final class RequestQueue {

  static final int CAPACITY = 10_000;
  static final int BATCH = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(RequestQueue.class);
  private static final Duration GATHERING = Duration.ofMillis(50);
  private static final long COMPLAINT_NANOS = Duration.ofMinutes(1).toNanos();

  private final Database database;
  private final ArrayBlockingQueue<RequestRecord> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicBoolean visitPlanned = new AtomicBoolean();
  private final LongAdder dropped = new LongAdder();
  private volatile boolean closed;

  // The rest belongs to the writer's thread.
  private final RequestNumbers numbers = new RequestNumbers();
  private final BulkInsert<Entry> requestInsert =
      new BulkInsert<>(REQUEST_LOG, RequestRows.REQUEST);
  private final BulkInsert<Line> ledgerInsert =
      new BulkInsert<>(USAGE_ATTEMPTS, RequestRows.LEDGER);
  private long lastComplaint = System.nanoTime() - COMPLAINT_NANOS;

  RequestQueue(Database database) {
    this.database = database;
  }

  /** Queues or drops and counts. */
  void append(RequestRecord request) {
    if (closed || !queue.offer(request)) {
      dropped.increment();
      return;
    }
    planVisit(GATHERING);
  }

  long dropped() {
    return dropped.sum();
  }

  /** Waits until everything queued before is stored or dropped; false if that took too long. */
  boolean flush(Duration limit) {
    Future<?> visit = database.later(this::storeAll, Duration.ZERO);
    if (visit == null) {
      return queue.isEmpty();
    }
    try {
      visit.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException | CancellationException e) {
      throw new StoreException(
          StoreException.Kind.FAILED, "The request log could not be written.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Takes no more and stores what there is. */
  void close(Duration limit) {
    closed = true;
    if (!flush(limit)) {
      LOG.warn("{} requests did not reach the log before the end.", queue.size());
    }
  }

  private void planVisit(Duration delay) {
    if (visitPlanned.compareAndSet(false, true)
        && database.later(this::storeOneBatch, delay) == null) {
      visitPlanned.set(false);
    }
  }

  private void storeOneBatch() {
    visitPlanned.set(false);
    storeBatch();
    if (!queue.isEmpty()) {
      // Through the back of the line, so that other writes get their turn.
      planVisit(Duration.ZERO);
    }
  }

  private void storeAll() {
    for (int left = queue.size(); left > 0; left -= BATCH) {
      storeBatch();
    }
  }

  private void storeBatch() {
    List<RequestRecord> batch = new ArrayList<>(Math.min(BATCH, queue.size()));
    queue.drainTo(batch, BATCH);
    if (batch.isEmpty()) {
      return;
    }
    try {
      int stored = store(batch);
      dropped.add(batch.size() - stored);
    } catch (RuntimeException e) {
      // Nobody waits for this tick: the log suffers, the gateway goes on.
      dropped.add(batch.size());
      complain(batch.size(), e);
    }
  }

  private int store(List<RequestRecord> batch) {
    List<Entry> entries =
        batch.stream().map(request -> new Entry(numbers.next(request), request)).toList();
    List<Line> lines = entries.stream().flatMap(Entry::lines).toList();
    return database.writeRelaxed(
        dsl -> {
          ledgerInsert.run(dsl, lines);
          return requestInsert.run(dsl, entries);
        });
  }

  private void complain(int lost, RuntimeException failure) {
    long now = System.nanoTime();
    if (now - lastComplaint >= COMPLAINT_NANOS) {
      lastComplaint = now;
      LOG.warn("{} requests are missing from the log: {}", lost, failure.getMessage(), failure);
    }
  }
}
