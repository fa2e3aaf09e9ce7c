package io.omniroute.platform.upstream;

import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * An HTTP/1.1 connection: one call at a time. The caller's thread writes the request, the I/O
 * thread reads the response; both hold this object's lock meanwhile. Lock order: connection first,
 * then pool or exchange.
 */
final class Connection implements Wire.Listener {

  /** A pooled connection that closes later than this after a request was not stale: it crashed. */
  private static final long STALE_WINDOW_NANOS = 5_000_000_000L;

  /** So that one busy stream does not starve the others of its I/O thread. */
  private static final int READS_PER_EVENT = 4;

  private static final int WRITE_AT_ONCE = 256 * 1024;

  private enum Written {
    ALL,
    SOME,
    UNTIL_FULL,
    POINTLESS
  }

  private final Origin origin;
  private final Wire wire;
  private final Scratch scratch;
  private final ConnectionPool pool;
  private final int maxHeadBytes;
  private final long createdNanos = System.nanoTime();

  // Read by the clock of time-outs without the lock.
  private volatile @Nullable Exchange current;
  private volatile long idleSinceNanos = createdNanos;

  private ResponseReader response = new ResponseReader("", 0);
  private boolean closed;
  private boolean used;
  private boolean reused;
  private boolean requestSent;
  private long startedNanos;

  Connection(Origin origin, Wire wire, Scratch scratch, ConnectionPool pool, int maxHeadBytes) {
    this.origin = origin;
    this.wire = wire;
    this.scratch = scratch;
    this.pool = pool;
    this.maxHeadBytes = maxHeadBytes;
  }

  Origin origin() {
    return origin;
  }

  XnioIoThread ioThread() {
    return wire.socket().getIoThread();
  }

  @Nullable Exchange current() {
    return current;
  }

  long createdNanos() {
    return createdNanos;
  }

  long idleSinceNanos() {
    return idleSinceNanos;
  }

  /** Begins to read: from now on the I/O thread uses this connection. */
  void open() {
    wire.listen(this);
    wire.resumeReads();
  }

  // The caller's thread.

  /**
   * Sends a request and blocks while the socket is full. A response, or a failure, that comes
   * before the request is out ends the sending.
   *
   * @return false if the connection was closed before anything was sent
   */
  boolean send(Exchange exchange, ByteBuffer[] request) throws UpstreamException {
    if (!begin(exchange)) {
      return false;
    }
    for (int i = 0; i < request.length; i++) {
      Written written = Written.SOME;
      while (written != Written.ALL) {
        written = write(exchange, request[i], i == request.length - 1);
        if (written == Written.POINTLESS) {
          return true;
        }
        if (written == Written.UNTIL_FULL) {
          exchange.awaitWritable();
        }
      }
    }
    return true;
  }

  private synchronized boolean begin(Exchange exchange) throws UpstreamException {
    if (closed) {
      return false;
    }
    try {
      exchange.bind(this);
    } catch (UpstreamException e) {
      // Given up meanwhile. Rare, so the connection is not worth handing back.
      close();
      throw e;
    }
    reused = used;
    used = true;
    requestSent = false;
    response = new ResponseReader(exchange.call().method(), maxHeadBytes);
    startedNanos = System.nanoTime();
    current = exchange;
    return true;
  }

  /** Writes what the socket takes, but not so much that the I/O thread would wait for the lock. */
  private synchronized Written write(Exchange exchange, ByteBuffer part, boolean last) {
    if (current != exchange || response.headSeen()) {
      return Written.POINTLESS;
    }
    int before = part.position();
    int end = part.limit();
    try {
      part.limit(Math.min(end, before + WRITE_AT_ONCE));
      boolean out = wire.write(part);
      part.limit(end);
      if (part.position() > before) {
        exchange.wrote();
      }
      if (!out) {
        exchange.expectWritable();
        wire.resumeWrites();
        return Written.UNTIL_FULL;
      }
      requestSent = last && !part.hasRemaining();
      return part.hasRemaining() ? Written.SOME : Written.ALL;
    } catch (IOException e) {
      // The upstream may have answered before it closed: the read that is due now will tell.
      return Written.POINTLESS;
    }
  }

  /** Reads on, after the reader of a full exchange has made room. */
  synchronized void resume(Exchange exchange) {
    if (current == exchange) {
      wire.resumeReads();
    }
  }

  /** Closes the connection if it still carries this call. */
  synchronized void abandon(Exchange exchange) {
    if (current == exchange) {
      close();
    }
  }

  /** Closes the connection if it carries no call. */
  synchronized void closeIfIdle() {
    if (current == null) {
      close();
    }
  }

  /** Closes the connection, whatever it does. */
  synchronized void close() {
    current = null;
    if (!closed) {
      closed = true;
      wire.close();
      pool.closed(this);
    }
  }

  // The I/O thread.

  @Override
  public void writable() {
    Exchange exchange = current;
    if (exchange != null) {
      exchange.writable();
    }
  }

  @Override
  public synchronized void terminated() {
    fail(Kind.CLOSED, "the host is stopping", null);
  }

  @Override
  public synchronized void readable() {
    try {
      int n = Scratch.SIZE;
      for (int i = 0; i < READS_PER_EVENT && n >= Scratch.SIZE; i++) {
        n = wire.read(scratch);
        if (n < 0) {
          ended(null);
        } else if (n > 0 && !received(n)) {
          return;
        }
      }
    } catch (ProtocolFault e) {
      fail(e.kind(), e.getMessage(), e);
    } catch (IOException e) {
      ended(e);
    }
  }

  /** Takes in what was read; returns whether to read on. */
  private boolean received(int length) throws ProtocolFault {
    Exchange exchange = current;
    if (exchange == null) {
      // Nobody asked: a late 408, or more than one response. Never to be taken for an answer.
      close();
      return false;
    }
    exchange.received();
    response.read(scratch.content, length);
    ResponseHead head = response.takeHead(false);
    byte[] piece = response.takePiece();
    if (response.done()) {
      release();
      exchange.deliver(head, piece, true);
      return false;
    }
    if (response.headSeen()) {
      exchange.headCame();
    }
    if ((head != null || piece != null) && !exchange.deliver(head, piece, false)) {
      wire.suspendReads();
      return false;
    }
    return true;
  }

  /** Gives the connection back, or closes it, before its last caller learns of the end. */
  private void release() {
    current = null;
    idleSinceNanos = System.nanoTime();
    if (!requestSent || !response.reusable() || !pool.release(this)) {
      close();
    }
  }

  private void ended(@Nullable IOException cause) {
    Exchange exchange = current;
    if (exchange == null) {
      close();
    } else if (cause == null && response.endsWithConnection() && wire.endedProperly()) {
      close();
      exchange.deliver(response.takeHead(true), null, true);
    } else if (response.headSeen()) {
      fail(Kind.TRUNCATED, "the body broke off", cause);
    } else if (cause instanceof SSLException) {
      fail(Kind.TLS, "TLS failed", cause);
    } else if (reused
        && !response.started()
        && System.nanoTime() - startedNanos < STALE_WINDOW_NANOS) {
      close();
      exchange.stale();
    } else {
      fail(Kind.RESET, "the connection was closed before a response came", cause);
    }
  }

  private void fail(Kind kind, @Nullable String what, @Nullable Throwable cause) {
    Exchange exchange = current;
    close();
    if (exchange != null) {
      exchange.deliver(response.takeHead(true), response.takePiece(), false);
      exchange.fail(exchange.failure(kind, what == null ? kind.name() : what, cause));
    }
  }
}
