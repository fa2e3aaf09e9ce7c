package io.omniroute.platform.upstream;

/**
 * Something that answers HTTP calls: the network, a recording, a script. Implementations are safe
 * for use by many threads at once.
 */
@FunctionalInterface
public interface Upstream {

  /**
   * Sends a request and blocks until the head of its final response is there (1xx are skipped). Any
   * status is a response, also 4xx and 5xx. The caller closes the response.
   *
   * @throws UpstreamException if there is no response; the kind says why and whether a retry is
   *     safe
   */
  UpstreamResponse exchange(UpstreamCall call) throws UpstreamException;
}
