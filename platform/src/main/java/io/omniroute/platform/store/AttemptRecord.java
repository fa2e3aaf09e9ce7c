package io.omniroute.platform.store;

import org.jspecify.annotations.Nullable;

/**
 * One upstream call, or one target that was passed over, on behalf of a request: a line of the
 * ledger.
 *
 * @param provider id of the provider
 * @param model the model as the provider calls it
 * @param connectionId the account; null for a provider without
 * @param status the upstream's HTTP status; 0 if there was no answer
 * @param errorCode what went wrong, as the gateway classes it; null if nothing did
 * @param reason why the next target was tried or this one passed over, for a person; holds no
 *     secret
 * @param durationMicros how long it took, in microseconds
 * @param tokens what it used
 */
public record AttemptRecord(
    String provider,
    String model,
    @Nullable String connectionId,
    int status,
    @Nullable String errorCode,
    @Nullable String reason,
    long durationMicros,
    TokenUsage tokens) {}
