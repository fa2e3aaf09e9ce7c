package io.omniroute.plugin.provider.demo;

import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.StopReason;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Speaks one choice: word by word, until the end, a stop sequence or the limit of tokens. */
final class Speaker {
  private final int choice;
  private final String answerId;
  private final ChatEventSink sink;
  private final Duration wordDelay;
  private final List<String> stopSequences;
  private final long limit;
  private long tokens;
  private long thinkingTokens;
  private int calls;
  private boolean cut;
  private @Nullable String stopSequence;

  Speaker(
      int choice, String answerId, ChatRequest request, ChatEventSink sink, Duration wordDelay) {
    this.choice = choice;
    this.answerId = answerId;
    this.sink = sink;
    this.wordDelay = wordDelay;
    Long most = request.maxOutputTokens();
    this.limit = most == null ? Long.MAX_VALUE : most;
    this.stopSequences =
        request.stopSequences().stream().filter(sequence -> !sequence.isEmpty()).toList();
  }

  /** Speaks the reply and says why it ended. */
  StopReason speak(Reply reply) throws InterruptedException {
    for (Reply.Segment segment : reply.segments()) {
      speak(segment);
      if (cut) {
        return StopReason.LENGTH;
      }
      if (stopSequence != null) {
        return StopReason.STOP_SEQUENCE;
      }
    }
    return calls > 0 ? StopReason.TOOL_CALLS : StopReason.STOP;
  }

  long tokens() {
    return tokens;
  }

  long thinkingTokens() {
    return thinkingTokens;
  }

  @Nullable String stopSequence() {
    return stopSequence;
  }

  private void speak(Reply.Segment segment) throws InterruptedException {
    switch (segment) {
      case Reply.Say say -> say(say.text());
      case Reply.Think think -> {
        long before = tokens;
        words(think.text(), text -> new ChatEvent.ThinkingDelta(choice, text));
        thinkingTokens += tokens - before;
        sink.accept(new ChatEvent.PartEnded(choice));
      }
      case Reply.Call call -> call(call);
      case Reply.Pause pause -> Thread.sleep(pause.length());
      case Reply.Break failure -> throw failure.failure();
    }
  }

  private void say(String text) throws InterruptedException {
    int end = text.length();
    String found = null;
    for (String sequence : stopSequences) {
      int at = text.indexOf(sequence);
      if (at >= 0 && at < end) {
        end = at;
        found = sequence;
      }
    }
    words(text.substring(0, end), piece -> new ChatEvent.TextDelta(choice, piece));
    if (!cut) {
      stopSequence = found;
    }
  }

  private void call(Reply.Call call) throws InterruptedException {
    int index = calls++;
    String id = "call_" + answerId + "_" + choice + "_" + index;
    sink.accept(new ChatEvent.ToolCallStarted(choice, index, id, call.name(), call.kind(), null));
    words(call.arguments(), fragment -> new ChatEvent.ToolArgumentsDelta(choice, index, fragment));
    if (!cut) {
      sink.accept(new ChatEvent.ToolCallEnded(choice, index));
    }
  }

  private void words(String text, Function<String, ChatEvent> event) throws InterruptedException {
    for (String piece : Tokens.split(text)) {
      if (tokens >= limit) {
        cut = true;
        return;
      }
      if (tokens > 0 && wordDelay.isPositive()) {
        Thread.sleep(wordDelay);
      }
      tokens++;
      sink.accept(event.apply(piece));
    }
  }
}
