package io.omniroute.api.translate;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.GatewayException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An error to be written in a client's own form.
 *
 * @param code what kind of error
 * @param status the HTTP status
 * @param message what is wrong, in one sentence
 * @param parameter the field of the request that is wrong, or null
 * @param nativeCode an upstream's own word for it, or null
 * @param retryAfter when to come back, or null
 * @param requestId the host's id of the request
 */
public record ErrorAnswer(
    ErrorCode code,
    int status,
    String message,
    @Nullable String parameter,
    @Nullable String nativeCode,
    @Nullable Duration retryAfter,
    String requestId) {

  /** The error of an exception. */
  public static ErrorAnswer of(GatewayException e, String requestId) {
    return new ErrorAnswer(
        e.code(),
        e.status(),
        e.reason(),
        e.parameter().orElse(null),
        null,
        e.retryAfter().orElse(null),
        requestId);
  }

  /** The error of a failed upstream. */
  public static ErrorAnswer of(Failure failure, String requestId) {
    return new ErrorAnswer(
        failure.code(),
        failure.status(),
        failure.message(),
        failure.parameter(),
        failure.nativeCode(),
        failure.retryAfter(),
        requestId);
  }
}
