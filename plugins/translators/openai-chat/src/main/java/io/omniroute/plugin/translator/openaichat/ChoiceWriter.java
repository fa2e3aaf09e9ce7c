package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.Citation;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.chat.TokenLogprob;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.json.JsonWriter;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.FrameSink;
import io.omniroute.api.translate.Losses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the chunks of one choice. */
final class ChoiceWriter {
  private static final String NO_PLACE = "not part of the format";

  private final int index;
  private final AnswerHead head;
  private final boolean nullUsage;
  private final Losses losses;
  private final Map<Integer, Call> calls = new HashMap<>();
  private FrameSink out = frame -> {};
  private boolean begun;
  private boolean thought;
  private boolean thinkingEnded;
  private boolean finished;
  private int images;

  ChoiceWriter(int index, AnswerHead head, boolean nullUsage, Losses losses) {
    this.index = index;
    this.head = head;
    this.nullUsage = nullUsage;
    this.losses = losses;
  }

  void sendTo(FrameSink sink) {
    out = sink;
  }

  void text(String text) {
    if (!text.isEmpty()) {
      delta("content", new JsonString(text));
    }
  }

  /** Separate thoughts are kept apart by an empty line, as clients show one text. */
  void thinking(String text) {
    if (text.isEmpty()) {
      return;
    }
    String shown = thought && thinkingEnded ? "\n\n" + text : text;
    thought = true;
    thinkingEnded = false;
    delta("reasoning_content", new JsonString(shown));
  }

  void thinkingEnded() {
    thinkingEnded = true;
  }

  void refusal(String text) {
    if (!text.isEmpty()) {
      delta("refusal", new JsonString(text));
    }
  }

  void cited(Citation citation) {
    delta("annotations", JsonArray.of(AnswerParts.annotation(citation)));
  }

  void part(Part part) {
    switch (part) {
      case Part.Text text -> {
        text(text.text());
        text.citations().forEach(this::cited);
      }
      case Part.Thinking thinking -> {
        thinking(thinking.text());
        thinkingEnded();
      }
      case Part.Refusal refusal -> refusal(refusal.text());
      case Part.Image image -> image(image);
      case Part.ToolCall call -> {
        int number = -1 - calls.size();
        callStarted(
            new ChatEvent.ToolCallStarted(
                index, number, call.id(), call.name(), call.kind(), call.signature()));
        arguments(number, call.arguments());
        callEnded(number);
      }
      case Part.Unknown unknown -> unknown(unknown);
      default -> lost(part);
    }
  }

  private void image(Part.Image image) {
    JsonObject written = AnswerParts.image(image, images);
    if (written == null) {
      lost(image);
    } else {
      images++;
      delta("images", JsonArray.of(written));
    }
  }

  private void unknown(Part.Unknown unknown) {
    JsonObject audio = unknown.value().object(AnswerParts.AUDIO);
    if (unknown.format().equals(OpenAiChatTranslator.FORMAT) && audio != null) {
      delta(AnswerParts.AUDIO, audio);
    } else {
      lost(unknown);
    }
  }

  private void lost(Part part) {
    losses.dropped("choices[" + index + "]." + part.getClass().getSimpleName(), NO_PLACE);
  }

  void callStarted(ChatEvent.ToolCallStarted started) {
    Call call = new Call(calls.size(), started.kind());
    calls.put(started.call(), call);
    JsonObject.Builder entry =
        JsonObject.builder()
            .put("index", call.index)
            .put("id", started.id())
            .put("type", call.type())
            .put(
                call.type(),
                JsonObject.builder().put("name", started.name()).put(call.field(), "").build());
    if (started.signature() != null) {
      entry.put(CallReader.EXTRA_CONTENT, AnswerParts.extraContent(started.signature()));
    }
    delta("tool_calls", JsonArray.of(entry.build()));
  }

  void arguments(int number, String fragment) {
    Call call = calls.get(number);
    if (call == null || fragment.isEmpty()) {
      return;
    }
    call.hasArguments |= !fragment.isBlank();
    delta(
        "tool_calls",
        JsonArray.of(
            JsonObject.builder()
                .put("index", call.index)
                .put(call.type(), JsonObject.builder().put(call.field(), fragment).build())
                .build()));
  }

  void callEnded(int number) {
    Call call = calls.get(number);
    if (call != null && !call.hasArguments && call.kind == ToolKind.FUNCTION) {
      arguments(number, "{}");
    }
  }

  void logprobs(List<TokenLogprob> tokens) {
    begin();
    send(JsonObject.EMPTY, AnswerParts.logprobs(tokens), null);
  }

  void finish(StopReason reason) {
    if (finished) {
      return;
    }
    finished = true;
    calls.keySet().forEach(this::callEnded);
    begin();
    StopReason settled = reason.settled(!calls.isEmpty(), !cutOff(reason));
    send(JsonObject.EMPTY, null, AnswerParts.finishReason(settled));
  }

  /** The reader already looked at the arguments; what it left is true. */
  private static boolean cutOff(StopReason reason) {
    return reason == StopReason.LENGTH || reason == StopReason.CONTENT_FILTER;
  }

  private void begin() {
    if (!begun) {
      begun = true;
      send(JsonObject.builder().put("role", "assistant").put("content", "").build(), null, null);
    }
  }

  private void delta(String name, Json value) {
    begin();
    send(JsonObject.builder().put(name, value).build(), null, null);
  }

  private void send(JsonObject delta, @Nullable JsonObject logprobs, @Nullable String reason) {
    JsonWriter json = head.beginChunk().name("choices").beginArray();
    json.beginObject().field("index", index).field("delta", delta);
    if (logprobs != null) {
      json.field("logprobs", logprobs);
    }
    json.field("finish_reason", reason).endObject().endArray();
    if (nullUsage) {
      json.name("usage").nullValue();
    }
    out.accept(Frame.of(json.endObject().toBytes()));
  }

  private static final class Call {
    final int index;
    final ToolKind kind;
    boolean hasArguments;

    Call(int index, ToolKind kind) {
      this.index = index;
      this.kind = kind;
    }

    String type() {
      return kind == ToolKind.CUSTOM ? "custom" : "function";
    }

    String field() {
      return kind == ToolKind.CUSTOM ? "input" : "arguments";
    }
  }
}
