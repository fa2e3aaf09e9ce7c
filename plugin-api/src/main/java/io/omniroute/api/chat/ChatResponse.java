package io.omniroute.api.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param id its id, or null
 * @param model the model that answered, or null
 * @param created when, in seconds since 1970; 0 if unknown
 * @param choices the answers; mostly one
 * @param usage what it cost
 * @param extras fields that no other component holds
 */
public record ChatResponse(
    @Nullable String id,
    @Nullable String model,
    long created,
    List<Choice> choices,
    Usage usage,
    Extras extras) {

  /** An answer without more. */
  public ChatResponse(
      @Nullable String id,
      @Nullable String model,
      long created,
      List<Choice> choices,
      Usage usage) {
    this(id, model, created, choices, usage, Extras.NONE);
  }

  /** Copies the list. */
  public ChatResponse {
    choices = List.copyOf(choices);
  }

  /**
   * One of the answers.
   *
   * @param index its number, counted from 0
   * @param parts what was said
   * @param reason why it ended
   * @param nativeReason the reason in the upstream's word, or null
   * @param stopSequence the stop sequence that ended it, or null
   * @param logprobs how likely the tokens of the text were; empty where nobody asked
   */
  public record Choice(
      int index,
      List<Part> parts,
      StopReason reason,
      @Nullable String nativeReason,
      @Nullable String stopSequence,
      List<TokenLogprob> logprobs) {

    /** Copies the lists. */
    public Choice {
      parts = List.copyOf(parts);
      logprobs = List.copyOf(logprobs);
    }

    /** A choice of which nobody asked the probabilities. */
    public Choice(
        int index,
        List<Part> parts,
        StopReason reason,
        @Nullable String nativeReason,
        @Nullable String stopSequence) {
      this(index, parts, reason, nativeReason, stopSequence, List.of());
    }
  }

  /** Emits the events whose fold is this answer. */
  public void unfold(ChatEventSink sink) {
    ResponseUnfold.of(this, sink);
  }
}
