package io.omniroute.api.scoring;

/**
 * A judgement.
 *
 * @param value from 0 (wrong) to 1 (right)
 * @param passed whether the case counts as passed
 * @param details why, in one sentence
 */
public record Score(double value, boolean passed, String details) {

  /** Refuses values outside 0 to 1. */
  public Score {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a score is between 0 and 1, not " + value);
    }
  }

  /** Right. */
  public static Score pass(String details) {
    return new Score(1, true, details);
  }

  /** Wrong. */
  public static Score fail(String details) {
    return new Score(0, false, details);
  }
}
