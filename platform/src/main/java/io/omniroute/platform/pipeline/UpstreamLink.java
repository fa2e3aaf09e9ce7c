package io.omniroute.platform.pipeline;

import io.omniroute.api.Failure;
import io.omniroute.api.GatewayException;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.ProviderCall;
import io.omniroute.api.translate.Quirks;
import io.omniroute.api.translate.UpstreamFormat;
import io.omniroute.platform.upstream.Upstream;
import io.omniroute.platform.upstream.UpstreamCall;
import io.omniroute.platform.upstream.UpstreamException;
import io.omniroute.platform.upstream.UpstreamResponse;

/** Sends a request to a provider and turns everything that is no answer into a failure. */
final class UpstreamLink {

  private static final int LARGEST_ERROR = 1024 * 1024;

  private final Upstream upstream;
  private final TargetCache targets = new TargetCache();

  UpstreamLink(Upstream upstream) {
    this.upstream = upstream;
  }

  /**
   * Sends a request.
   *
   * @return the answer, whose status is 2xx
   */
  UpstreamResponse open(Attempt attempt, HttpRoute route, Headers formatHeaders, byte[] body)
      throws AttemptFailedException {
    HttpCall call = prepare(attempt, route, formatHeaders, body);
    UpstreamResponse response;
    try {
      response = upstream.exchange(upstreamCall(attempt, call));
    } catch (UpstreamException e) {
      throw new AttemptFailedException(UpstreamFailures.of(e, attempt.target().providerId()), 0);
    }
    if (response.status() >= 200 && response.status() < 300) {
      return response;
    }
    throw new AttemptFailedException(refusal(attempt, route, response), response.status());
  }

  private static HttpCall prepare(
      Attempt attempt, HttpRoute route, Headers formatHeaders, byte[] body)
      throws AttemptFailedException {
    ProviderCall call =
        new ProviderCall(
            route.endpoint(),
            attempt.target().model().id(),
            attempt.head().stream(),
            attempt.target().account(),
            formatHeaders,
            attempt.call().request().headers(),
            body);
    try {
      return route.provider().prepare(call);
    } catch (GatewayException e) {
      throw new AttemptFailedException(
          new Failure(e.code(), e.status(), e.reason(), Failure.Blame.ACCOUNT, null, null), 0);
    }
  }

  private UpstreamCall upstreamCall(Attempt attempt, HttpCall call) {
    byte[] body = call.body();
    return new UpstreamCall(
        call.method(),
        targets.of(call.uri()),
        HeaderBridge.toUpstream(call.headers()),
        body == null ? new byte[0] : body,
        attempt.settings().timeouts(attempt.head().stream()),
        attempt.call().cancellation(),
        attempt.call().ioThread());
  }

  private static Failure refusal(Attempt attempt, HttpRoute route, UpstreamResponse response) {
    byte[] body;
    try (response) {
      body = response.readAll(LARGEST_ERROR);
    } catch (UpstreamException unreadable) {
      body = new byte[0];
    }
    HttpAnswer answer =
        new HttpAnswer(response.status(), HeaderBridge.fromUpstream(response.headers()), body);
    Failure failure = route.provider().refine(route.format().failure(answer), answer);
    String message = Redaction.of(failure.message(), attempt.target().account().credential());
    return new Failure(
        failure.code(),
        failure.status(),
        "[" + response.status() + "]: " + message,
        failure.blame(),
        failure.retryAfter(),
        failure.nativeCode(),
        failure.parameter());
  }

  /**
   * How to reach a target by HTTP.
   *
   * @param provider the provider
   * @param endpoint the endpoint that is called
   * @param format the format it speaks
   */
  record HttpRoute(HttpProvider provider, Endpoint endpoint, UpstreamFormat format) {

    /** How the provider and the attempt's model differ from the format's norm. */
    Quirks quirks(Attempt attempt) {
      return provider.descriptor().quirks().overriddenBy(attempt.target().model().quirks());
    }
  }
}
