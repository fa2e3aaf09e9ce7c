package io.omniroute.api.translate;

import java.util.function.ToLongFunction;

/**
 * A request for the length of a prompt.
 *
 * @param body the body
 * @param reader reads the number of tokens out of the answer's body
 */
public record TokenCountCall(byte[] body, ToLongFunction<byte[]> reader) {}
