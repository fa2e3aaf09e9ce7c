package io.omniroute.api.translate;

import io.omniroute.api.http.Headers;
import java.util.Map;

/**
 * A request as a client sent it. The body array is shared and must not be changed.
 *
 * @param route the route it came by
 * @param pathVariables the variables of the route's template, decoded
 * @param query the first value of each query parameter
 * @param headers the header fields, without credentials
 * @param body the body
 */
public record ClientRequest(
    ClientRoute route,
    Map<String, String> pathVariables,
    Map<String, String> query,
    Headers headers,
    byte[] body) {}
