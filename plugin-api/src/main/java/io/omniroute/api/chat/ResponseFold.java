package io.omniroute.api.chat;

import io.omniroute.api.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of an answer into the whole answer. Not thread-safe.
 *
 * <p>An answer is complete when every choice that began has finished; a stream that ends before
 * that was cut off, and {@link #complete} says so.
 */
public final class ResponseFold implements ChatEventSink {

  private final Map<Integer, ChoiceFold> choices = new TreeMap<>();
  private @Nullable String id;
  private @Nullable String model;
  private long created;
  private Usage usage = Usage.NONE;
  private Extras extras = Extras.NONE;
  private @Nullable Failure failure;

  /** An empty fold. */
  public ResponseFold() {}

  @Override
  public void accept(ChatEvent event) {
    switch (event) {
      case ChatEvent.Started started -> {
        id = started.id();
        model = started.model();
        created = started.created();
        extras = started.extras();
      }
      case ChatEvent.TextDelta delta -> choice(delta.choice()).text(delta.text());
      case ChatEvent.ThinkingDelta delta -> choice(delta.choice()).thinking(delta.text());
      case ChatEvent.ThinkingSigned signed -> choice(signed.choice()).signed(signed.signature());
      case ChatEvent.RefusalDelta delta -> choice(delta.choice()).refusal(delta.text());
      case ChatEvent.CitationAdded added -> choice(added.choice()).citation(added.citation());
      case ChatEvent.LogprobsAdded added -> choice(added.choice()).logprobs(added.tokens());
      case ChatEvent.PartEnded ended -> choice(ended.choice()).endPart();
      case ChatEvent.PartAdded added -> choice(added.choice()).add(added.part());
      case ChatEvent.ToolCallStarted started -> choice(started.choice()).startCall(started);
      case ChatEvent.ToolArgumentsDelta delta ->
          choice(delta.choice()).arguments(delta.call(), delta.fragment());
      // Calls may end while a later part is open.
      case ChatEvent.ToolCallEnded ignored -> {}
      case ChatEvent.UsageReported reported -> usage = usage.merge(reported.usage());
      case ChatEvent.Finished finished -> choice(finished.choice()).finish(finished);
      case ChatEvent.Failed failed -> failure = failed.failure();
      case ChatEvent.KeepAlive ignored -> {}
      case ChatEvent.Unknown ignored -> {}
    }
  }

  /** Whether at least one choice came, all have finished and nothing failed. */
  public boolean complete() {
    return failure == null
        && !choices.isEmpty()
        && choices.values().stream().allMatch(ChoiceFold::finished);
  }

  /** The failure that ended the answer. */
  public Optional<Failure> failure() {
    return Optional.ofNullable(failure);
  }

  /** The counters so far. */
  public Usage usage() {
    return usage;
  }

  /** The answer so far; a choice that has not finished has the reason {@code UNKNOWN}. */
  public ChatResponse response() {
    List<ChatResponse.Choice> answers = new ArrayList<>();
    choices.forEach((index, fold) -> answers.add(fold.toChoice(index)));
    return new ChatResponse(id, model, created, answers, usage, extras);
  }

  private ChoiceFold choice(int index) {
    return choices.computeIfAbsent(index, ignored -> new ChoiceFold());
  }
}
