package io.omniroute.api;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A failure with a code. Its message is shown to the caller, so it says what is wrong in one
 * sentence and never holds a secret.
 */
public class GatewayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final int status;
  private final @Nullable String parameter;
  private final @Nullable Duration retryAfter;

  /** A failure with the code's own status. */
  public GatewayException(ErrorCode code, String message) {
    this(code, message, (Throwable) null);
  }

  /** A failure with the code's own status and what caused it. */
  public GatewayException(ErrorCode code, String message, @Nullable Throwable cause) {
    this(code, code.status(), message, cause, null, null);
  }

  private GatewayException(
      ErrorCode code,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      @Nullable String parameter,
      @Nullable Duration retryAfter) {
    super(message, cause);
    this.code = code;
    this.status = status;
    this.parameter = parameter;
    this.retryAfter = retryAfter;
  }

  /** The same failure, naming the field of the request that is wrong. */
  public GatewayException withParameter(String name) {
    return new GatewayException(code, status, getMessage(), getCause(), name, retryAfter);
  }

  /** The same failure with another HTTP status than the code's own (an upstream's, say). */
  public GatewayException withStatus(int httpStatus) {
    return new GatewayException(code, httpStatus, getMessage(), getCause(), parameter, retryAfter);
  }

  /** The same failure, saying when to come back. */
  public GatewayException withRetryAfter(Duration delay) {
    return new GatewayException(code, status, getMessage(), getCause(), parameter, delay);
  }

  /** Why it failed. */
  public final ErrorCode code() {
    return code;
  }

  /** The HTTP status for the caller. */
  public final int status() {
    return status;
  }

  /** The message, never null. */
  public final String reason() {
    String message = getMessage();
    return message == null ? code.name() : message;
  }

  /** The name of the field that is wrong, with its path. */
  public final Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }

  /** How long to wait before the next try. */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
