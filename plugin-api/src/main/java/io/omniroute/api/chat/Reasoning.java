package io.omniroute.api.chat;

import org.jspecify.annotations.Nullable;

/**
 * How much the model should think before it answers.
 *
 * @param mode whether to think
 * @param effort how hard, in words; null where the caller did not say
 * @param budgetTokens how long at the most, in tokens; null where the caller did not say
 * @param summary whether and how to show it: {@code auto}, {@code concise}, {@code detailed},
 *     {@code none}; null for the format's default
 */
public record Reasoning(
    Mode mode, @Nullable Effort effort, @Nullable Long budgetTokens, @Nullable String summary) {

  /** The model's default. */
  public static final Reasoning DEFAULT = new Reasoning(Mode.DEFAULT, null, null, null);

  /** No thinking. */
  public static final Reasoning OFF = new Reasoning(Mode.OFF, null, null, null);

  /** Thinking with an effort. */
  public static Reasoning of(Effort effort) {
    return new Reasoning(Mode.ON, effort, null, null);
  }

  /** Thinking with a budget in tokens. */
  public static Reasoning budget(long tokens) {
    return new Reasoning(Mode.ON, null, tokens, null);
  }

  /** Whether to think. */
  public enum Mode {
    /** As the model does by itself. */
    DEFAULT,
    /** Not at all. */
    OFF,
    /** With the given effort or budget. */
    ON,
    /** As much as the model finds right for this request. */
    ADAPTIVE
  }

  /** How hard to think, in words; rising. */
  public enum Effort {
    /** Hardly. */
    MINIMAL,
    /** A little. */
    LOW,
    /** Normally. */
    MEDIUM,
    /** Hard. */
    HIGH,
    /** Harder than most models can. */
    EXTRA_HIGH,
    /** As hard as the model can. */
    MAX
  }
}
