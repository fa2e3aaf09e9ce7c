package io.omniroute.api.translate;

/**
 * A change of a body that is otherwise forwarded as it is.
 *
 * @param start the offset in bytes of the first byte to replace
 * @param end the offset behind the last byte to replace; equal to the start to insert
 * @param replacement what stands there instead
 */
public record BodyEdit(int start, int end, byte[] replacement) {}
