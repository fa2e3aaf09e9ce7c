package io.omniroute.api.chat;

import org.jspecify.annotations.Nullable;

/**
 * How tokens are chosen. Null stands for the model's default.
 *
 * @param temperature 0 to 2
 * @param topP the mass of probability to choose from, 0 to 1
 * @param topK how many tokens to choose from
 * @param presencePenalty -2 to 2
 * @param frequencyPenalty -2 to 2
 * @param seed for answers that can be repeated
 * @param choices how many answers to give
 * @param logprobs whether to tell the probabilities of the chosen tokens
 * @param topLogprobs of how many other tokens to tell the probabilities
 */
public record Sampling(
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Integer topK,
    @Nullable Double presencePenalty,
    @Nullable Double frequencyPenalty,
    @Nullable Long seed,
    @Nullable Integer choices,
    @Nullable Boolean logprobs,
    @Nullable Integer topLogprobs) {

  /** The model's defaults. */
  public static final Sampling DEFAULT =
      new Sampling(null, null, null, null, null, null, null, null, null);
}
