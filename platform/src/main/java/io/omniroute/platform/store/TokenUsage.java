package io.omniroute.platform.store;

/**
 * Tokens of one call; -1 where the provider did not say.
 *
 * @param input everything read, cached parts included
 * @param cacheRead the part of {@code input} that came from the provider's cache
 * @param cacheWrite the part of {@code input} that was put there
 * @param output everything written, reasoning included
 * @param reasoning the part of {@code output} that was reasoning
 */
public record TokenUsage(long input, long cacheRead, long cacheWrite, long output, long reasoning) {

  /** Stands for a number that the provider did not give. */
  public static final long UNSAID = -1;

  /** Nothing is known. */
  public static final TokenUsage UNKNOWN = new TokenUsage(UNSAID, UNSAID, UNSAID, UNSAID, UNSAID);

  /** Tokens read and written, the rest unknown. */
  public static TokenUsage of(long input, long output) {
    return new TokenUsage(input, UNSAID, UNSAID, output, UNSAID);
  }
}
