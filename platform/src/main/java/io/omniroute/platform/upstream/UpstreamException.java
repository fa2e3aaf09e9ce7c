package io.omniroute.platform.upstream;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A call that got no response, or one whose body broke off. Messages name the origin and never hold
 * a header, a path or a body.
 */
public final class UpstreamException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final Progress progress;

  UpstreamException(Kind kind, Progress progress, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.progress = progress;
  }

  /** Why it failed. */
  public Kind kind() {
    return kind;
  }

  /** How far it came. */
  public Progress progress() {
    return progress;
  }

  /** Whether some byte of the request may have reached the upstream. */
  public boolean requestMayHaveArrived() {
    return progress != Progress.NOTHING_SENT;
  }

  /** Whether some byte of the response was seen. */
  public boolean responseSeen() {
    return progress == Progress.RESPONSE_SEEN;
  }

  /** What went wrong. */
  public enum Kind {
    /** The name has no address, or looking it up took too long. */
    DNS,
    /** No address took the connection: refused, unreachable, reset. */
    CONNECT_REFUSED,
    /** The connection, TLS included, did not stand in time. */
    CONNECT_TIMEOUT,
    /** The certificate, the host name or the handshake was bad. */
    TLS,
    /** No head of a response in time. */
    HEAD_TIMEOUT,
    /** Too long a silence within the body. */
    IDLE_TIMEOUT,
    /** The whole call took too long. */
    TOTAL_TIMEOUT,
    /** The upstream closed or reset the connection before the head was complete. */
    RESET,
    /** The body broke off before its end. */
    TRUNCATED,
    /** What came is not HTTP/1.1, or not what was asked for. */
    PROTOCOL,
    /** The head or the body is larger than allowed. */
    TOO_LARGE,
    /** Given up by the caller, or the calling thread was interrupted. */
    CANCELLED,
    /** Too many connections are open already; nothing was sent. */
    CAPACITY,
    /** The client is closed. */
    CLOSED
  }

  /** How far a call came. */
  public enum Progress {
    /** No byte of the request left: any request may be sent again. */
    NOTHING_SENT,
    /** The upstream may have seen the request, but nothing came back. */
    REQUEST_SENT,
    /** Some byte of a response came. */
    RESPONSE_SEEN
  }
}
