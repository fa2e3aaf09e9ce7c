package io.omniroute.api.routing;

import io.omniroute.api.provider.Price;
import io.omniroute.api.provider.Tier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that could serve a request, as it stands now.
 *
 * @param id what tells it apart in its pool: an account's id, or a target's text
 * @param provider the provider's id
 * @param model the model's id at the provider
 * @param priority the person's own order: smaller comes first
 * @param weight the person's own weight, 0 or more
 * @param tier what it costs its user
 * @param price what the model costs, or null where unknown
 * @param statistics how it did so far
 */
public record Candidate(
    String id,
    String provider,
    String model,
    int priority,
    double weight,
    Tier tier,
    @Nullable Price price,
    Statistics statistics) {

  /**
   * How a candidate did so far.
   *
   * @param requests how many requests it was given
   * @param inFlight how many it serves now
   * @param consecutiveUses how many it was given in a row
   * @param lastUsed when it was last used, or null for never
   * @param health from 0 (down) to 1 (well), of recent outcomes
   * @param firstTokenMillis the usual time to the first token in milliseconds, or null where
   *     unknown
   * @param quotaLeft the part of its quota that is left, 0 to 1, or null where unknown
   */
  public record Statistics(
      long requests,
      int inFlight,
      int consecutiveUses,
      @Nullable Instant lastUsed,
      double health,
      @Nullable Double firstTokenMillis,
      @Nullable Double quotaLeft) {

    /** Never used. */
    public static final Statistics FRESH = new Statistics(0, 0, 0, null, 1, null, null);
  }
}
