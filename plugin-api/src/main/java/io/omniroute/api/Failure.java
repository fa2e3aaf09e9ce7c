package io.omniroute.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong at an upstream, and who is to blame, so that the right thing is left alone for a
 * while.
 *
 * @param code what kind of failure
 * @param status the HTTP status the caller sees
 * @param message the upstream's own words, without secrets
 * @param blame what the failure is about
 * @param retryAfter when the upstream asks to come back, or null
 * @param nativeCode the upstream's own word for it, or null
 * @param parameter the field of the request that the upstream complains of, or null
 */
public record Failure(
    ErrorCode code,
    int status,
    String message,
    Blame blame,
    @Nullable Duration retryAfter,
    @Nullable String nativeCode,
    @Nullable String parameter) {

  /** A failure that is about no certain field of the request. */
  public Failure(
      ErrorCode code,
      int status,
      String message,
      Blame blame,
      @Nullable Duration retryAfter,
      @Nullable String nativeCode) {
    this(code, status, message, blame, retryAfter, nativeCode, null);
  }

  /** A failure with the code's own status. */
  public static Failure of(ErrorCode code, String message, Blame blame) {
    return new Failure(code, code.status(), message, blame, null, null);
  }

  /** The failure that an exception tells of. */
  public static Failure of(GatewayException e, Blame blame) {
    return new Failure(
        e.code(),
        e.status(),
        e.reason(),
        blame,
        e.retryAfter().orElse(null),
        null,
        e.parameter().orElse(null));
  }

  /** The same failure as an exception for the caller. */
  public GatewayException toException() {
    GatewayException exception = new GatewayException(code, message).withStatus(status);
    if (parameter != null) {
      exception = exception.withParameter(parameter);
    }
    return retryAfter == null ? exception : exception.withRetryAfter(retryAfter);
  }

  /** What a failure is about. */
  public enum Blame {
    /** The caller's request: nothing else is at fault. */
    REQUEST,
    /** The account's credential. */
    ACCOUNT,
    /** This model at this account. */
    MODEL,
    /** The vendor's service. */
    PROVIDER,
    /** The way to it. */
    NETWORK,
    /** The gateway itself. */
    GATEWAY
  }
}
