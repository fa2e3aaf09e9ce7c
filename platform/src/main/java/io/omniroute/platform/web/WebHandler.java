package io.omniroute.platform.web;

/** Answers one request. Runs on a virtual thread of its own and may block; must be thread-safe. */
@FunctionalInterface
public interface WebHandler {

  /**
   * Answers the request.
   *
   * @throws io.omniroute.api.GatewayException for any refusal; the edge writes it in the shape of
   *     the route's family (JSON for {@code /api}, a page for the dashboard)
   */
  WebResponse handle(WebRequest request);
}
