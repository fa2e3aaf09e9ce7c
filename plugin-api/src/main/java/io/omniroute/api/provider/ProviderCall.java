package io.omniroute.api.provider;

import io.omniroute.api.http.Headers;

/**
 * A request on its way to a provider.
 *
 * @param endpoint the endpoint to call
 * @param model the model's id at the provider
 * @param stream whether the answer is to be streamed
 * @param account the account to use
 * @param formatHeaders header fields the format needs
 * @param clientHeaders the caller's header fields that may be forwarded: no credentials, no
 *     cookies, nothing that belongs to one connection
 * @param body the body in the endpoint's format
 */
public record ProviderCall(
    Endpoint endpoint,
    String model,
    boolean stream,
    Account account,
    Headers formatHeaders,
    Headers clientHeaders,
    byte[] body) {}
