package io.omniroute.platform.store.sql;

import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreException.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that talk to SQLite: one that writes, a few that read. Callers wait on futures, which
 * suits virtual threads. Thread-safe.
 */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int READERS = 3;
  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration CLOSING = Duration.ofSeconds(30);

  private final Path file;
  private final ScheduledThreadPoolExecutor writer;
  private final ExecutorService readers;
  private final ConcurrentLinkedDeque<Session> idleReaders = new ConcurrentLinkedDeque<>();
  private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);

  // The rest belongs to the writer's thread.
  private @Nullable Session session;
  private boolean checkpointPlanned;
  private long lastWrite;

  /** Work on a session. */
  private interface SessionWork<T extends @Nullable Object> {
    T on(Session session) throws SQLException;
  }

  Database(Path file) {
    this.file = file;
    this.writer = new ScheduledThreadPoolExecutor(1, threads("store-write"));
    this.writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    this.readers = Executors.newFixedThreadPool(READERS, threads("store-read"));
  }

  private static ThreadFactory threads(String name) {
    return Thread.ofPlatform().name(name + "-", 0).daemon().factory();
  }

  Path file() {
    return file;
  }

  /** Reads in one snapshot; blocks until done. */
  <T extends @Nullable Object> T read(Function<DSLContext, T> work) {
    return await(submit(readers, () -> onReader(own -> own.transact(work))));
  }

  /** Writes in one transaction; blocks until it is on the disk. */
  <T extends @Nullable Object> T write(Function<DSLContext, T> work) {
    return await(submit(writer, () -> onWriter(own -> own.transact(work))));
  }

  /**
   * Writes in one transaction that survives the process but not a power failure. Only for tasks of
   * {@link #later}.
   */
  <T extends @Nullable Object> T writeRelaxed(Function<DSLContext, T> work) {
    return onWriter(own -> own.transactRelaxed(work));
  }

  /**
   * Runs a task on the writer's thread, between two writes.
   *
   * @return empty if the database is closed
   */
  @Nullable Future<?> later(Runnable task, Duration delay) {
    try {
      return writer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return null;
    }
  }

  /** Asks or sets something of SQLite's own on the writer's session; gives the first column. */
  List<String> ask(String pragma) {
    return await(submit(writer, () -> onWriter(own -> own.pragma(pragma))));
  }

  /** Asks something of SQLite's own that may take long; gives the first column. */
  List<String> inspect(String pragma) {
    return await(submit(readers, () -> onReader(own -> own.pragma(pragma))));
  }

  private <T extends @Nullable Object> T onReader(SessionWork<T> work) {
    Session taken = idleReaders.poll();
    boolean sound = false;
    try {
      if (taken == null) {
        taken = Session.reader(file);
      }
      T result = work.on(taken);
      sound = true;
      return result;
    } catch (SQLException | DataAccessException e) {
      throw SqliteErrors.translate(file, e);
    } finally {
      if (sound && taken != null) {
        idleReaders.push(taken);
      } else {
        discard(taken);
      }
    }
  }

  private <T extends @Nullable Object> T onWriter(SessionWork<T> work) {
    boolean sound = false;
    writing.set(true);
    try {
      Session own = session;
      if (own == null) {
        own = Session.writer(file);
        session = own;
      }
      T result = work.on(own);
      sound = true;
      lastWrite = System.nanoTime();
      planCheckpoint();
      return result;
    } catch (SQLException | DataAccessException e) {
      throw SqliteErrors.translate(file, e);
    } finally {
      writing.set(false);
      if (!sound) {
        // Whatever state a failed commit left behind goes with the connection.
        discard(session);
        session = null;
      }
    }
  }

  private void planCheckpoint() {
    if (!checkpointPlanned) {
      checkpointPlanned = later(this::checkpointWhenQuiet, QUIET) != null;
    }
  }

  private void checkpointWhenQuiet() {
    checkpointPlanned = false;
    if (System.nanoTime() - lastWrite < QUIET.toNanos() / 2) {
      planCheckpoint();
      return;
    }
    checkpoint();
  }

  private void checkpoint() {
    Session own = session;
    if (own == null) {
      return;
    }
    try {
      own.checkpoint();
    } catch (SQLException e) {
      LOG.debug("The journal could not be emptied; it will be at the next pause.", e);
    }
  }

  private <T extends @Nullable Object> Future<T> submit(ExecutorService on, Callable<T> task) {
    if (writing.get()) {
      throw new IllegalStateException("a change must not call the store: it runs inside a write");
    }
    try {
      return on.submit(task);
    } catch (RejectedExecutionException e) {
      throw closed(e);
    }
  }

  private static <T extends @Nullable Object> T await(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new StoreException(Kind.FAILED, "The store failed.", e);
    } catch (CancellationException e) {
      throw closed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Kind.CLOSED, "Interrupted while waiting for the store.", e);
    }
  }

  private static StoreException closed(Exception cause) {
    return new StoreException(Kind.CLOSED, "The store is closed.", cause);
  }

  private static void discard(@Nullable Session session) {
    if (session == null) {
      return;
    }
    try {
      session.close();
    } catch (SQLException e) {
      LOG.debug("A database session could not be closed.", e);
    }
  }

  /** Finishes what was handed in, empties the journal and releases everything. */
  @Override
  public void close() {
    readers.shutdown();
    var _ = later(this::checkpoint, Duration.ZERO);
    writer.shutdown();
    try {
      boolean done = readers.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS);
      if (!writer.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS) || !done) {
        LOG.warn("The store did not come to rest within {}.", CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    idleReaders.forEach(Database::discard);
    discard(session);
  }
}
