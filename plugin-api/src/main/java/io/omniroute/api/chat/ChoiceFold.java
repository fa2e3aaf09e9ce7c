package io.omniroute.api.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds the events of one choice. Parts stand in the order in which they began. */
final class ChoiceFold {

  private final List<Slot> slots = new ArrayList<>();
  private final Map<Integer, CallSlot> calls = new HashMap<>();
  private final List<TokenLogprob> logprobs = new ArrayList<>();
  private @Nullable Slot open;
  private ChatEvent.@Nullable Finished finished;

  void text(String more) {
    open(TextSlot.class, new TextSlot()).text.append(more);
  }

  void citation(Citation citation) {
    // A source may be told after the text it belongs to was ended.
    TextSlot last = open == null ? lastText() : null;
    (last == null ? open(TextSlot.class, new TextSlot()) : last).citations.add(citation);
  }

  private @Nullable TextSlot lastText() {
    for (Slot slot : slots.reversed()) {
      if (slot instanceof TextSlot text) {
        return text;
      }
    }
    return null;
  }

  void refusal(String more) {
    open(RefusalSlot.class, new RefusalSlot()).text.append(more);
  }

  void thinking(String more) {
    if (open instanceof ThinkingSlot thinking && thinking.signature != null) {
      endPart();
    }
    open(ThinkingSlot.class, new ThinkingSlot()).text.append(more);
  }

  void signed(Signature signature) {
    open(ThinkingSlot.class, new ThinkingSlot()).signature = signature;
  }

  void startCall(ChatEvent.ToolCallStarted started) {
    CallSlot slot = new CallSlot(started);
    calls.put(started.call(), slot);
    slots.add(slot);
    open = null;
  }

  void arguments(int call, String fragment) {
    CallSlot slot = calls.get(call);
    if (slot != null) {
      slot.arguments.append(fragment);
    }
  }

  void add(Part part) {
    slots.add(() -> part);
    open = null;
  }

  void logprobs(List<TokenLogprob> tokens) {
    logprobs.addAll(tokens);
  }

  void endPart() {
    open = null;
  }

  void finish(ChatEvent.Finished event) {
    finished = event;
  }

  boolean finished() {
    return finished != null;
  }

  ChatResponse.Choice toChoice(int index) {
    List<Part> parts = slots.stream().map(Slot::toPart).toList();
    return finished == null
        ? new ChatResponse.Choice(index, parts, StopReason.UNKNOWN, null, null, logprobs)
        : new ChatResponse.Choice(
            index,
            parts,
            finished.reason(),
            finished.nativeReason(),
            finished.stopSequence(),
            logprobs);
  }

  private <S extends Slot> S open(Class<S> kind, S fresh) {
    if (kind.isInstance(open)) {
      return kind.cast(open);
    }
    slots.add(fresh);
    open = fresh;
    return fresh;
  }

  @FunctionalInterface
  private interface Slot {
    Part toPart();
  }

  private static final class TextSlot implements Slot {
    final StringBuilder text = new StringBuilder();
    final List<Citation> citations = new ArrayList<>();

    @Override
    public Part toPart() {
      return new Part.Text(text.toString(), citations, PartMeta.NONE);
    }
  }

  private static final class RefusalSlot implements Slot {
    final StringBuilder text = new StringBuilder();

    @Override
    public Part toPart() {
      return new Part.Refusal(text.toString());
    }
  }

  private static final class ThinkingSlot implements Slot {
    final StringBuilder text = new StringBuilder();
    @Nullable Signature signature;

    @Override
    public Part toPart() {
      return new Part.Thinking(text.toString(), signature);
    }
  }

  private static final class CallSlot implements Slot {
    final StringBuilder arguments = new StringBuilder();
    final ChatEvent.ToolCallStarted started;

    CallSlot(ChatEvent.ToolCallStarted started) {
      this.started = started;
    }

    @Override
    public Part toPart() {
      String text = arguments.toString();
      boolean emptyCall = text.isBlank() && started.kind() == ToolKind.FUNCTION;
      return new Part.ToolCall(
          started.id(),
          started.name(),
          emptyCall ? "{}" : text,
          started.kind(),
          started.signature(),
          PartMeta.NONE);
    }
  }
}
