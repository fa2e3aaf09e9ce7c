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
 */
public record ChatResponse(
    @Nullable String id, @Nullable String model, long created, List<Choice> choices, Usage usage) {

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
   */
  public record Choice(
      int index,
      List<Part> parts,
      StopReason reason,
      @Nullable String nativeReason,
      @Nullable String stopSequence) {

    /** Copies the list. */
    public Choice {
      parts = List.copyOf(parts);
    }
  }

  /** Emits the events whose fold is this answer. */
  public void unfold(ChatEventSink sink) {
    ResponseUnfold.of(this, sink);
  }
}
