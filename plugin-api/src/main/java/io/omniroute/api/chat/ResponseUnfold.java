package io.omniroute.api.chat;

import io.omniroute.api.chat.ChatEvent.PartAdded;
import io.omniroute.api.chat.ChatEvent.PartEnded;
import io.omniroute.api.chat.ChatEvent.ThinkingDelta;
import io.omniroute.api.chat.ChatEvent.ThinkingSigned;
import io.omniroute.api.chat.ChatEvent.ToolArgumentsDelta;
import io.omniroute.api.chat.ChatEvent.ToolCallEnded;
import io.omniroute.api.chat.ChatEvent.ToolCallStarted;

/** Turns a whole answer into events. */
final class ResponseUnfold {

  private final ChatEventSink sink;
  private final int choice;
  private int calls;

  private ResponseUnfold(ChatEventSink sink, int choice) {
    this.sink = sink;
    this.choice = choice;
  }

  static void of(ChatResponse response, ChatEventSink sink) {
    sink.accept(
        new ChatEvent.Started(
            response.id(), response.model(), response.created(), response.extras()));
    for (ChatResponse.Choice answer : response.choices()) {
      ResponseUnfold unfold = new ResponseUnfold(sink, answer.index());
      answer.parts().forEach(unfold::part);
      if (!answer.logprobs().isEmpty()) {
        sink.accept(new ChatEvent.LogprobsAdded(answer.index(), answer.logprobs()));
      }
    }
    if (!response.usage().isEmpty()) {
      sink.accept(new ChatEvent.UsageReported(response.usage()));
    }
    for (ChatResponse.Choice answer : response.choices()) {
      sink.accept(
          new ChatEvent.Finished(
              answer.index(), answer.reason(), answer.nativeReason(), answer.stopSequence()));
    }
  }

  private void part(Part part) {
    if (!part.meta().equals(PartMeta.NONE)) {
      sink.accept(new PartAdded(choice, part));
      return;
    }
    switch (part) {
      case Part.Text text -> text(text);
      case Part.Thinking thinking -> thinking(thinking);
      case Part.Refusal refusal -> {
        sink.accept(new ChatEvent.RefusalDelta(choice, refusal.text()));
        sink.accept(new PartEnded(choice));
      }
      case Part.ToolCall call -> call(call);
      default -> sink.accept(new PartAdded(choice, part));
    }
  }

  private void text(Part.Text text) {
    sink.accept(new ChatEvent.TextDelta(choice, text.text()));
    text.citations()
        .forEach(citation -> sink.accept(new ChatEvent.CitationAdded(choice, citation)));
    sink.accept(new PartEnded(choice));
  }

  private void thinking(Part.Thinking thinking) {
    sink.accept(new ThinkingDelta(choice, thinking.text()));
    if (thinking.signature() != null) {
      sink.accept(new ThinkingSigned(choice, thinking.signature()));
    }
    sink.accept(new PartEnded(choice));
  }

  private void call(Part.ToolCall call) {
    int index = calls++;
    sink.accept(
        new ToolCallStarted(choice, index, call.id(), call.name(), call.kind(), call.signature()));
    if (!call.arguments().isEmpty()) {
      sink.accept(new ToolArgumentsDelta(choice, index, call.arguments()));
    }
    sink.accept(new ToolCallEnded(choice, index));
  }
}
