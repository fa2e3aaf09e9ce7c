package io.omniroute.api.provider;

/**
 * A server that may run on the same machine.
 *
 * @param baseUrl where it listens by default
 * @param probePath a path that answers 2xx when it is there
 */
public record LocalServer(String baseUrl, String probePath) {}
