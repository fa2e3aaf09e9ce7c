package io.omniroute.api.chat;

import io.omniroute.api.Failure;
import io.omniroute.api.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an answer. Upstream decoders emit events and client encoders write them; a whole
 * answer is the fold of its events ({@link ResponseFold}). The host switches over all kinds; a
 * plugin should have a default branch.
 *
 * <p>Order: one {@link Started}; then content; then a {@link Finished} for every choice; {@link
 * UsageReported} anywhere, cumulative; or a {@link Failed}, after which nothing comes. A thinking
 * delta behind a signature, and any delta behind a {@link PartEnded}, begins a new part.
 */
public sealed interface ChatEvent {

  /**
   * The upstream began to answer.
   *
   * @param id the answer's id, or null
   * @param model the model that answers, or null
   * @param created when, in seconds since 1970; 0 if unknown
   * @param extras fields of the answer that nothing else holds
   */
  record Started(@Nullable String id, @Nullable String model, long created, Extras extras)
      implements ChatEvent {

    /** A start without more. */
    public Started(@Nullable String id, @Nullable String model, long created) {
      this(id, model, created, Extras.NONE);
    }
  }

  /** More text of a choice. */
  record TextDelta(int choice, String text) implements ChatEvent {}

  /** More thinking of a choice. */
  record ThinkingDelta(int choice, String text) implements ChatEvent {}

  /** The seal on the thinking before it. */
  record ThinkingSigned(int choice, Signature signature) implements ChatEvent {}

  /** More of a refusal. */
  record RefusalDelta(int choice, String text) implements ChatEvent {}

  /** Where the text before it comes from. */
  record CitationAdded(int choice, Citation citation) implements ChatEvent {}

  /** How likely the tokens of a choice's text were, in their order. */
  record LogprobsAdded(int choice, List<TokenLogprob> tokens) implements ChatEvent {

    /** Copies the list. */
    public LogprobsAdded {
      tokens = List.copyOf(tokens);
    }
  }

  /** The current text, thinking or refusal is complete. */
  record PartEnded(int choice) implements ChatEvent {}

  /** A part that came as a whole: an image, sealed thinking, something unknown. */
  record PartAdded(int choice, Part part) implements ChatEvent {}

  /**
   * A call of a tool began.
   *
   * @param choice the choice it belongs to
   * @param call the call's number in its choice, counted from 0
   * @param id its id
   * @param name the tool's name
   * @param kind the tool's kind
   * @param signature the vendor's seal, or null
   */
  record ToolCallStarted(
      int choice, int call, String id, String name, ToolKind kind, @Nullable Signature signature)
      implements ChatEvent {}

  /** More of a call's arguments; calls may be interleaved. */
  record ToolArgumentsDelta(int choice, int call, String fragment) implements ChatEvent {}

  /** A call's arguments are complete. */
  record ToolCallEnded(int choice, int call) implements ChatEvent {}

  /** Counters so far; known ones replace earlier ones. */
  record UsageReported(Usage usage) implements ChatEvent {}

  /**
   * A choice is complete.
   *
   * @param choice the choice
   * @param reason why it ended
   * @param nativeReason the reason in the upstream's word, or null
   * @param stopSequence the stop sequence that ended it, or null
   */
  record Finished(
      int choice, StopReason reason, @Nullable String nativeReason, @Nullable String stopSequence)
      implements ChatEvent {}

  /** The upstream failed; nothing comes after it. */
  record Failed(Failure failure) implements ChatEvent {}

  /** A sign of life without content. */
  record KeepAlive() implements ChatEvent {}

  /** Something that the neutral model does not know. */
  record Unknown(String format, JsonObject value) implements ChatEvent {}
}
