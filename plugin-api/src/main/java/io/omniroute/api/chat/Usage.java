package io.omniroute.api.chat;

/**
 * What an answer cost, in tokens. A counter of {@link #UNKNOWN} was not reported.
 *
 * @param inputTotal all tokens of the prompt, those from and for the cache included
 * @param cacheRead of these, tokens read from the vendor's cache
 * @param cacheWrite of these, tokens written to the vendor's cache
 * @param cacheWriteLong of the written ones, those with the long life (an hour rather than minutes)
 * @param outputTotal all tokens of the answer, thinking included
 * @param reasoning of these, tokens of thinking
 */
public record Usage(
    long inputTotal,
    long cacheRead,
    long cacheWrite,
    long cacheWriteLong,
    long outputTotal,
    long reasoning) {

  /** A counter that was not reported. */
  public static final long UNKNOWN = -1;

  /** Nothing was reported. */
  public static final Usage NONE = new Usage(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  /** Prompt and answer alone. */
  public static Usage of(long inputTotal, long outputTotal) {
    return new Usage(inputTotal, UNKNOWN, UNKNOWN, UNKNOWN, outputTotal, UNKNOWN);
  }

  /** These counters, with those that a later report knows in place of the earlier ones. */
  public Usage merge(Usage later) {
    return new Usage(
        known(later.inputTotal, inputTotal),
        known(later.cacheRead, cacheRead),
        known(later.cacheWrite, cacheWrite),
        known(later.cacheWriteLong, cacheWriteLong),
        known(later.outputTotal, outputTotal),
        known(later.reasoning, reasoning));
  }

  /** Whether nothing was reported. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Prompt and answer together; unknown counters count as 0. */
  public long total() {
    return Math.max(0, inputTotal) + Math.max(0, outputTotal);
  }

  private static long known(long later, long earlier) {
    return later == UNKNOWN ? earlier : later;
  }
}
