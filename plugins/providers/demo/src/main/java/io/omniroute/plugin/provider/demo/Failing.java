package io.omniroute.plugin.provider.demo;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.time.Duration;

/** The model that fails as it is told. */
final class Failing {
  private static final Duration FOREVER = Duration.ofMinutes(10);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final int DEFAULT_STATUS = 500;

  private Failing() {}

  static Reply reply(Prompt prompt) {
    return switch (prompt.option("status").orElse("")) {
      case "midstream" ->
          Reply.of(
              new Reply.Say("This answer breaks off in the middle of"),
              new Reply.Break(failure(DEFAULT_STATUS, prompt)));
      case "hang" -> Reply.of(new Reply.Pause(FOREVER));
      default ->
          Reply.of(new Reply.Break(failure(prompt.number("status", DEFAULT_STATUS, 999), prompt)));
    };
  }

  private static GatewayException failure(int wanted, Prompt prompt) {
    int status = wanted < 400 || wanted > 599 ? DEFAULT_STATUS : wanted;
    GatewayException failure =
        new GatewayException(code(status), "The demo provider was told to fail with " + status)
            .withStatus(status);
    return status == 429 || status == 503 ? failure.withRetryAfter(retryAfter(prompt)) : failure;
  }

  private static Duration retryAfter(Prompt prompt) {
    return prompt.duration("retry", Duration.ofSeconds(1), LONGEST_WAIT);
  }

  private static ErrorCode code(int status) {
    return switch (status) {
      case 401 -> ErrorCode.UNAUTHENTICATED;
      case 402 -> ErrorCode.QUOTA_EXHAUSTED;
      case 403 -> ErrorCode.PERMISSION_DENIED;
      case 404 -> ErrorCode.NOT_FOUND;
      case 413 -> ErrorCode.PAYLOAD_TOO_LARGE;
      case 429 -> ErrorCode.RATE_LIMITED;
      case 503 -> ErrorCode.UNAVAILABLE;
      case 504 -> ErrorCode.UPSTREAM_TIMEOUT;
      default -> status < 500 ? ErrorCode.INVALID_REQUEST : ErrorCode.UPSTREAM_ERROR;
    };
  }
}
