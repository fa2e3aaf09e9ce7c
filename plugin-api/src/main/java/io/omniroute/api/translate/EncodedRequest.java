package io.omniroute.api.translate;

import io.omniroute.api.http.Headers;

/**
 * A request in an upstream's format.
 *
 * @param body the body
 * @param headers header fields the format itself needs
 * @param decoder reads the answer to this very request: it knows which names were changed in it
 */
public record EncodedRequest(byte[] body, Headers headers, ResponseDecoder decoder) {}
