package io.omniroute.platform.pipeline;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.translate.ClientRequest;
import io.omniroute.api.translate.ResponseContext;
import org.jspecify.annotations.Nullable;

/** Reads a client's request as a whole, for the lanes that need it. */
final class DecodedRequests {

  private DecodedRequests() {}

  /**
   * The neutral request.
   *
   * @throws io.omniroute.api.GatewayException {@code INVALID_REQUEST} where it is wrong, whatever
   *     the target
   */
  static ChatRequest of(Attempt attempt) {
    return attempt.call().format().decode(attempt.call().request());
  }

  static ResponseContext context(Attempt attempt, @Nullable ChatRequest request) {
    ClientRequest sent = attempt.call().request();
    return new ResponseContext(
        attempt.call().requestId(),
        attempt.target().model().id(),
        attempt.head().stream(),
        attempt.call().arrivedAt().getEpochSecond(),
        request,
        sent.headers(),
        sent.query(),
        attempt.trace());
  }
}
