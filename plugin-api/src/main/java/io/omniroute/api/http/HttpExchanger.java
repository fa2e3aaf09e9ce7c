package io.omniroute.api.http;

/**
 * Sends a request and waits for the whole answer: for work with more than one step, such as a
 * log-in or an upload that is polled. Thread-safe; blocks.
 */
@FunctionalInterface
public interface HttpExchanger {

  /**
   * Sends the request.
   *
   * @throws io.omniroute.api.GatewayException when no answer came: {@code UPSTREAM_UNREACHABLE},
   *     {@code UPSTREAM_TIMEOUT} or {@code UPSTREAM_ERROR}
   */
  HttpAnswer exchange(HttpCall call);
}
