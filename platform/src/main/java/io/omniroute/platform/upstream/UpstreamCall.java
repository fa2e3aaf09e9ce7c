package io.omniroute.platform.upstream;

import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * One request. The client adds {@code host}, {@code content-length} and, unless the caller set it,
 * {@code accept-encoding: identity}; fields that belong to the connection (see {@link Headers}) are
 * left out. {@code Expect} and {@code Upgrade} are never sent.
 *
 * @param method an HTTP method, upper case
 * @param target where to, parsed once and best kept
 * @param headers the end-to-end fields
 * @param body the body, empty for none; not copied, so it must not change until the call has ended
 * @param timeouts how long to wait for what
 * @param cancellation gives the call up from another thread; one signal may serve many calls, also
 *     one after the other
 * @param affinity the I/O thread to prefer, that of the client's connection, so that both sockets
 *     share a thread; null for any
 */
@SuppressWarnings("ArrayRecordComponent") // A request is a carrier, never compared.
public record UpstreamCall(
    String method,
    UpstreamTarget target,
    Headers headers,
    byte[] body,
    Timeouts timeouts,
    Cancellation cancellation,
    @Nullable XnioIoThread affinity) {

  private static final byte[] NO_BODY = new byte[0];

  /** Refuses a method that could break the request line. */
  public UpstreamCall {
    if (!HttpSyntax.isToken(method)) {
      throw new IllegalArgumentException("not an HTTP method");
    }
  }

  /** A POST that nobody cancels, on any I/O thread. */
  public static UpstreamCall post(UpstreamTarget target, Headers headers, byte[] body) {
    return new UpstreamCall(
        "POST", target, headers, body, Timeouts.DEFAULT, new Cancellation(), null);
  }

  /** A GET that nobody cancels, on any I/O thread. */
  public static UpstreamCall get(UpstreamTarget target, Headers headers) {
    return new UpstreamCall(
        "GET", target, headers, NO_BODY, Timeouts.DEFAULT, new Cancellation(), null);
  }

  /** The same call with other time-outs. */
  public UpstreamCall with(Timeouts other) {
    return new UpstreamCall(method, target, headers, body, other, cancellation, affinity);
  }

  /** The same call, given up by this signal. */
  public UpstreamCall with(Cancellation signal) {
    return new UpstreamCall(method, target, headers, body, timeouts, signal, affinity);
  }

  /** The same call, preferring an I/O thread. */
  public UpstreamCall on(@Nullable XnioIoThread thread) {
    return new UpstreamCall(method, target, headers, body, timeouts, cancellation, thread);
  }

  /** Method and target; headers and body may hold secrets. */
  @Override
  public String toString() {
    return method + " " + target.origin();
  }
}
