package io.omniroute.api.routing;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a selector may know of a request.
 *
 * @param requestedModel the model as the caller named it
 * @param stream whether the answer is streamed
 * @param promptTokens the length of the prompt as estimated, or null
 * @param conversation what ties the requests of one conversation together, or null
 * @param now the time by the host's clock
 * @param random the host's source of chance
 */
public record RoutingContext(
    String requestedModel,
    boolean stream,
    @Nullable Long promptTokens,
    @Nullable String conversation,
    Instant now,
    RandomGenerator random) {}
