package io.omniroute.api.translate;

/**
 * Something a format could not express.
 *
 * @param path where it stood in the neutral request
 * @param reason why it was left out
 */
public record Dropped(String path, String reason) {}
