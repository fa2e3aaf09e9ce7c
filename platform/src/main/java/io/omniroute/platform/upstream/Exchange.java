package io.omniroute.platform.upstream;

import io.omniroute.platform.upstream.UpstreamException.Kind;
import io.omniroute.platform.upstream.UpstreamException.Progress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call under way: where the caller's thread waits and the I/O thread delivers. Its lock is the
 * innermost one: nothing that locks is called under it.
 */
final class Exchange implements UpstreamResponse {

  private static final long NEVER = Long.MAX_VALUE;
  private static final byte[] EMPTY = new byte[0];

  private final UpstreamCall call;
  private final Inbox inbox;
  private final long startNanos = System.nanoTime();
  private final long totalNanos;
  private final long firstByteNanos;
  private final long idleNanos;

  // Each written by one thread; the clock of time-outs, which need not be exact, reads them.
  private volatile long activityNanos = startNanos;
  private volatile Progress progress = Progress.NOTHING_SENT;
  private volatile boolean headArrived;
  private volatile boolean paused;

  private @Nullable ResponseHead head;
  private @Nullable Connection connection;
  private @Nullable UpstreamException failure;
  private @Nullable Thread waiter;
  private boolean stale;
  private boolean writable;
  private boolean ended;

  Exchange(UpstreamCall call, int maxQueuedBytes) {
    this.call = call;
    this.inbox = new Inbox(maxQueuedBytes);
    this.totalNanos = nanos(call.timeouts().total());
    this.firstByteNanos = nanos(call.timeouts().firstByte());
    this.idleNanos = nanos(call.timeouts().idle());
  }

  private static long nanos(Duration duration) {
    return duration.isZero() ? NEVER : duration.toNanos();
  }

  UpstreamCall call() {
    return call;
  }

  Progress progress() {
    return progress;
  }

  boolean headArrived() {
    return headArrived;
  }

  /** A failure of this call, to be thrown or delivered. */
  UpstreamException failure(Kind kind, String what, @Nullable Throwable cause) {
    return new UpstreamException(kind, progress, call.target().origin() + ": " + what, cause);
  }

  // The connection's side.

  /** Binds the call to a connection that is about to carry it. */
  synchronized void bind(Connection to) throws UpstreamException {
    if (failure != null) {
      throw failure;
    }
    connection = to;
    stale = false;
    activityNanos = System.nanoTime();
  }

  /** Some bytes of the request went out. */
  void wrote() {
    if (progress == Progress.NOTHING_SENT) {
      progress = Progress.REQUEST_SENT;
    }
    activityNanos = System.nanoTime();
  }

  /** Some bytes came in. */
  void received() {
    progress = Progress.RESPONSE_SEEN;
    activityNanos = System.nanoTime();
  }

  /** The head came, even if it is delivered only later, together with a short body. */
  void headCame() {
    headArrived = true;
  }

  /**
   * Delivers what one read brought.
   *
   * @return false if the connection should stop reading until {@link Connection#resume} is called
   */
  boolean deliver(@Nullable ResponseHead newHead, byte @Nullable [] piece, boolean end) {
    Thread wake;
    boolean more = true;
    synchronized (this) {
      if (newHead != null) {
        head = newHead;
      }
      if (piece != null) {
        inbox.add(piece);
      }
      ended |= end;
      if (!end && inbox.full()) {
        paused = true;
        more = false;
      }
      wake = takeWaiter();
    }
    LockSupport.unpark(wake);
    return more;
  }

  /** Ends the call badly, unless it has ended. */
  void fail(UpstreamException cause) {
    Thread wake;
    synchronized (this) {
      if (!ended && failure == null) {
        failure = cause;
        if (cause.kind() == Kind.CANCELLED) {
          inbox.clear();
        }
      }
      wake = takeWaiter();
    }
    LockSupport.unpark(wake);
  }

  /** The pooled connection turned out to be closed: the caller's thread shall take a fresh one. */
  void stale() {
    Thread wake;
    synchronized (this) {
      stale = true;
      connection = null;
      wake = takeWaiter();
    }
    LockSupport.unpark(wake);
  }

  /** The socket is full: {@link #awaitWritable} waits for {@link #writable}. */
  synchronized void expectWritable() {
    writable = false;
  }

  /** The socket takes bytes again. */
  void writable() {
    synchronized (this) {
      writable = true;
    }
    wake();
  }

  /** Lets the waiting thread look at its condition again. */
  void wake() {
    Thread wake;
    synchronized (this) {
      wake = takeWaiter();
    }
    LockSupport.unpark(wake);
  }

  private @Nullable Thread takeWaiter() {
    Thread thread = waiter;
    waiter = null;
    return thread;
  }

  /** Which limit is over, if any. */
  @Nullable Kind overdue(long now) {
    if (now - startNanos > totalNanos) {
      return Kind.TOTAL_TIMEOUT;
    }
    long silence = now - activityNanos;
    if (!headArrived) {
      return silence > firstByteNanos ? Kind.HEAD_TIMEOUT : null;
    }
    return silence > idleNanos && !paused ? Kind.IDLE_TIMEOUT : null;
  }

  /** How long a step may take: its own limit, or what is left of the whole call. */
  long nanosFor(Duration limit) {
    long left = totalNanos == NEVER ? NEVER : totalNanos - (System.nanoTime() - startNanos);
    return Math.min(nanos(limit), left);
  }

  // The caller's side.

  /**
   * Waits for a condition that somebody reports with {@link #wake}.
   *
   * @param nanos how long at most
   * @return whether it came true in time
   */
  boolean await(BooleanSupplier condition, long nanos) throws UpstreamException {
    long start = System.nanoTime();
    while (true) {
      synchronized (this) {
        if (condition.getAsBoolean()) {
          return true;
        }
        if (failure != null) {
          throw failure;
        }
        waiter = Thread.currentThread();
      }
      if (nanos == NEVER) {
        LockSupport.park(this);
      } else {
        long left = nanos - (System.nanoTime() - start);
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, left);
      }
      giveUpIfInterrupted();
    }
  }

  /** Waits until the socket takes bytes again, or writing has become pointless. */
  void awaitWritable() throws UpstreamException {
    await(() -> writable || head != null || stale, NEVER);
  }

  /** Waits for the head; false if the pooled connection was stale. */
  boolean awaitHead() throws UpstreamException {
    return await(() -> head != null || stale, NEVER) && head() != null;
  }

  private synchronized @Nullable ResponseHead head() {
    return head;
  }

  private ResponseHead requireHead() {
    ResponseHead known = head();
    if (known == null) {
      throw new IllegalStateException("the head has not come");
    }
    return known;
  }

  private void giveUpIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      abort(failure(Kind.CANCELLED, "the waiting thread was interrupted", null));
    }
  }

  @Override
  public int status() {
    return requireHead().status();
  }

  @Override
  public Headers headers() {
    return requireHead().headers();
  }

  @Override
  public byte @Nullable [] nextChunk() throws UpstreamException {
    while (true) {
      byte[] piece = pollChunk();
      if (piece != null || empty()) {
        return piece;
      }
      await(() -> ended || !inbox.isEmpty(), NEVER);
    }
  }

  @Override
  public byte @Nullable [] pollChunk() throws UpstreamException {
    Connection resume = null;
    byte[] piece;
    synchronized (this) {
      piece = inbox.poll();
      if (piece == null && failure != null) {
        throw failure;
      }
      if (paused && inbox.roomy()) {
        paused = false;
        activityNanos = System.nanoTime();
        resume = connection;
      }
    }
    if (resume != null) {
      resume.resume(this);
    }
    return piece;
  }

  @Override
  public byte[] readAll(int maxBytes) throws UpstreamException {
    byte[] all = EMPTY;
    int length = 0;
    for (byte[] piece = nextChunk(); piece != null; piece = nextChunk()) {
      if (piece.length > maxBytes - length) {
        throw tooLarge(maxBytes);
      }
      if (length == 0) {
        all = piece;
      } else {
        if (length + piece.length > all.length) {
          all = Arrays.copyOf(all, Math.max(length + piece.length, all.length * 2));
        }
        System.arraycopy(piece, 0, all, length, piece.length);
      }
      length += piece.length;
    }
    return length == all.length ? all : Arrays.copyOf(all, length);
  }

  /** Gives the body up because it is larger than its reader allows. */
  UpstreamException tooLarge(int maxBytes) {
    UpstreamException cause =
        failure(Kind.TOO_LARGE, "the body is larger than " + maxBytes + " bytes", null);
    abort(cause);
    return cause;
  }

  /** Whether the response has come to its end without any body. */
  synchronized boolean empty() {
    return ended && inbox.isEmpty();
  }

  /** Ends the call badly and closes its connection at once, unless it has ended. */
  void abort(UpstreamException cause) {
    Connection on;
    synchronized (this) {
      on = ended ? null : connection;
    }
    fail(cause);
    if (on != null) {
      on.abandon(this);
    }
  }

  private synchronized boolean over() {
    return ended || failure != null;
  }

  @Override
  public void cancel() {
    if (over()) {
      return;
    }
    abort(failure(Kind.CANCELLED, "the call was given up", null));
  }

  @Override
  public void close() {
    cancel();
    call.cancellation().unregister(this);
  }
}
