package io.omniroute.platform.pipeline;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.GatewayException;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.LocalProvider;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.translate.Passthrough;
import io.omniroute.api.translate.UpstreamFormat;
import io.omniroute.platform.meter.RequestTrace;
import io.omniroute.platform.pipeline.UpstreamLink.HttpRoute;
import io.omniroute.platform.plugin.PluginRegistry;
import io.omniroute.platform.route.Plan;
import io.omniroute.platform.route.Target;
import io.omniroute.platform.upstream.Upstream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tries the targets of a plan until one serves the request. */
final class AttemptRunner {

  private final PassthroughLane passthrough;
  private final TranslationLane translation;

  AttemptRunner(Upstream upstream) {
    UpstreamLink link = new UpstreamLink(upstream);
    passthrough = new PassthroughLane(link);
    translation = new TranslationLane(link);
  }

  /**
   * Serves the request.
   *
   * @throws GatewayException when no target could, before anything went out
   * @throws IOException when the client has gone
   */
  void run(Plan plan, PluginRegistry registry, Attempt template) throws IOException {
    @Nullable Failure last = null;
    for (Target target : plan.targets()) {
      Attempt attempt =
          new Attempt(
              template.call(),
              template.head(),
              target,
              template.out(),
              template.trace(),
              template.settings());
      last = tryOne(attempt, registry);
      if (last == null) {
        return;
      }
      if (template.call().cancellation().cancelled()) {
        throw new IOException("the client has gone");
      }
      if (!last.code().mayFallBack()) {
        break;
      }
    }
    throw last == null
        ? new GatewayException(ErrorCode.UNAVAILABLE, "There is nothing that could serve this")
        : last.toException();
  }

  /** Why the target failed, or null where it served the request. */
  private @Nullable Failure tryOne(Attempt attempt, PluginRegistry registry) throws IOException {
    RequestTrace trace = attempt.trace();
    Target target = attempt.target();
    long start = System.nanoTime();
    try {
      serve(attempt, registry);
      trace.attempted(target, 200, null, System.nanoTime() - start);
      return null;
    } catch (AttemptFailedException e) {
      trace.attempted(target, e.upstreamStatus(), e.failure(), System.nanoTime() - start);
      return e.failure();
    }
  }

  private void serve(Attempt attempt, PluginRegistry registry)
      throws AttemptFailedException, IOException {
    switch (attempt.target().provider()) {
      case LocalProvider local -> {
        attempt.trace().trying(attempt.target(), null);
        LocalLane.serve(attempt, local);
      }
      case HttpProvider http -> serve(attempt, route(attempt, http, registry));
    }
  }

  private void serve(Attempt attempt, HttpRoute route) throws AttemptFailedException, IOException {
    attempt.trace().trying(attempt.target(), route.format().format());
    boolean sameFormat = route.format().format().equals(attempt.call().format().format());
    Optional<Passthrough> plan =
        sameFormat ? PassthroughLane.plan(attempt, route) : Optional.empty();
    if (plan.isPresent()) {
      passthrough.serve(attempt, route, plan.get());
    } else {
      translation.serve(attempt, route);
    }
  }

  /** The endpoint of the model's own format, else of the client's, else the provider's first. */
  private static HttpRoute route(Attempt attempt, HttpProvider provider, PluginRegistry registry)
      throws AttemptFailedException {
    ProviderDescriptor descriptor = provider.descriptor();
    String wanted = attempt.target().model().format();
    Endpoint endpoint =
        descriptor
            .endpoint(
                Endpoint.Kind.CHAT, wanted == null ? attempt.call().format().format() : wanted)
            .orElseThrow(() -> cannot(descriptor, "answers no conversations"));
    UpstreamFormat format =
        registry
            .upstreamFormat(endpoint.format())
            .orElseThrow(
                () ->
                    cannot(descriptor, "speaks " + endpoint.format() + ", which no plugin offers"))
            .service();
    return new HttpRoute(provider, endpoint, format);
  }

  private static AttemptFailedException cannot(ProviderDescriptor provider, String why) {
    return new AttemptFailedException(
        Failure.of(
            ErrorCode.NOT_FOUND, "Provider '" + provider.id() + "' " + why, Failure.Blame.PROVIDER),
        0);
  }
}
