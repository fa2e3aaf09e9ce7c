package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.Citation;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.MediaSource;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.Signature;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one choice of an answer, chunk by chunk or as a whole. */
final class ChoiceReader {
  private final int index;
  private final CallSlots calls;
  private final @Nullable ThinkTags tags;
  private final StringBuilder thoughts = new StringBuilder();
  private ChatEventSink sink = event -> {};
  private boolean content;
  private @Nullable String reason;
  private @Nullable String stopSequence;

  ChoiceReader(int index, String answerId, ToolWriter tools, boolean thinkTags) {
    this.index = index;
    this.calls = new CallSlots(index, answerId, tools);
    this.tags = thinkTags ? new ThinkTags(this::emitText, this::emitThinking) : null;
  }

  void accept(JsonObject choice, ChatEventSink events) {
    sink = events;
    JsonObject delta = choice.object("delta");
    JsonObject said = delta == null ? choice.object("message") : delta;
    if (said != null) {
      said(said);
    }
    JsonObject logprobs = choice.object("logprobs");
    JsonArray tokens = logprobs == null ? null : logprobs.array("content");
    if (tokens != null && !tokens.isEmpty()) {
      sink.accept(new ChatEvent.LogprobsAdded(index, LogprobReader.read(tokens)));
    }
    String told = choice.text("finish_reason", "");
    if (!told.isEmpty() && (reason == null || reason.equals("stop"))) {
      reason = told;
      stopSequence = choice.text("stop_reason");
    }
  }

  private void said(JsonObject said) {
    thinking(said);
    content(said.get("content"));
    String refusal = said.text("refusal", "");
    if (!refusal.isEmpty()) {
      content = true;
      sink.accept(new ChatEvent.RefusalDelta(index, refusal));
    }
    each(said.array("images"), this::image);
    each(said.array("annotations"), this::annotation);
    JsonObject audio = said.object(AnswerParts.AUDIO);
    if (audio != null) {
      JsonObject value =
          JsonObject.builder().put("type", AnswerParts.AUDIO).put(AnswerParts.AUDIO, audio).build();
      add(new Part.Unknown(OpenAiChatTranslator.FORMAT, value, PartMeta.NONE));
    }
    JsonArray entries = said.array("tool_calls");
    JsonObject legacy = said.object("function_call");
    if (entries != null && !entries.isEmpty()) {
      calls.accept(entries, sink);
    } else if (legacy != null) {
      calls.accept(JsonArray.of(legacyCall(legacy)), sink);
    }
    content |= calls.any();
  }

  private static JsonObject legacyCall(JsonObject call) {
    return JsonObject.builder().put("index", 0).put("function", call).build();
  }

  private static void each(@Nullable JsonArray items, Consumer<JsonObject> action) {
    if (items != null) {
      items.objects().forEach(action);
    }
  }

  private void thinking(JsonObject said) {
    String text = said.text("reasoning_content", "");
    if (text.isEmpty()) {
      text = said.text("reasoning", "");
    }
    boolean told = !text.isEmpty();
    emitThinking(text);
    each(said.array("reasoning_details"), detail -> detail(detail, told));
  }

  /** One host gives details beside, or in place of, the plain text. */
  private void detail(JsonObject detail, boolean told) {
    if (!told) {
      emitThinking(detail.text("text", detail.text("summary", "")));
    }
    String seal = detail.text("signature", detail.text("data", ""));
    if (!seal.isEmpty()) {
      String vendor = detail.text("format", OpenAiChatTranslator.FORMAT);
      content = true;
      sink.accept(new ChatEvent.ThinkingSigned(index, new Signature(vendor, seal)));
    }
  }

  private void content(@Nullable Json value) {
    if (value instanceof JsonString text) {
      text(text.value());
    } else if (value instanceof JsonArray parts) {
      parts.objects().forEach(this::part);
    }
  }

  private void part(JsonObject part) {
    switch (part.text("type", "text")) {
      case "text", "output_text" -> text(part.text("text", ""));
      case "thinking" -> {
        emitThinking(part.text("thinking", ""));
        each(part.array("thinking"), piece -> emitThinking(piece.text("text", "")));
      }
      case "image_url" -> image(part);
      case "refusal" -> sink.accept(new ChatEvent.RefusalDelta(index, part.text("refusal", "")));
      default -> add(new Part.Unknown(OpenAiChatTranslator.FORMAT, part, PartMeta.NONE));
    }
  }

  private void text(String text) {
    if (tags == null) {
      emitText(text);
    } else {
      tags.accept(text);
    }
  }

  private void emitText(String text) {
    if (!text.isEmpty()) {
      content = true;
      sink.accept(new ChatEvent.TextDelta(index, text));
    }
  }

  private void emitThinking(String text) {
    if (!text.isEmpty()) {
      content = true;
      thoughts.append(text);
      sink.accept(new ChatEvent.ThinkingDelta(index, text));
    }
  }

  private void image(JsonObject image) {
    JsonObject holder = image.object("image_url");
    String url = holder == null ? image.text("image_url", "") : holder.text("url", "");
    if (url.isEmpty()) {
      return;
    }
    try {
      add(new Part.Image(MediaSource.ofUrl(url)));
    } catch (IllegalArgumentException malformed) {
      add(new Part.Unknown(OpenAiChatTranslator.FORMAT, image, PartMeta.NONE));
    }
  }

  private void add(Part part) {
    content = true;
    sink.accept(new ChatEvent.PartAdded(index, part));
  }

  private void annotation(JsonObject annotation) {
    JsonObject link = annotation.object("url_citation");
    if (link != null) {
      sink.accept(
          new ChatEvent.CitationAdded(
              index,
              new Citation(
                  link.text("url"),
                  link.text("title"),
                  link.text("content"),
                  small(link.number("start_index")),
                  small(link.number("end_index")),
                  Extras.NONE)));
    }
  }

  private static @Nullable Integer small(@Nullable JsonNumber number) {
    return number == null ? null : (Integer) (int) number.longValue();
  }

  /** Whether anything was said. */
  boolean hasContent() {
    return content;
  }

  /** Whether the host said why the choice ended. */
  boolean finished() {
    return reason != null;
  }

  /** Whether the host ended the choice by a fault of its own. */
  boolean failed() {
    return "error".equals(reason);
  }

  /** Emits what waited for more, except the end itself. */
  void flush(ChatEventSink events) {
    sink = events;
    if (tags != null) {
      tags.end();
    }
    calls.end(sink);
    content |= calls.any();
  }

  /** The end of the choice; {@link #flush} comes before it. */
  ChatEvent.Finished end() {
    StopReason told = reason == null ? StopReason.STOP : read(reason);
    StopReason settled = told.settled(calls.any(), calls.lastComplete());
    boolean bySequence = stopSequence != null && settled == StopReason.STOP;
    return new ChatEvent.Finished(
        index,
        bySequence ? StopReason.STOP_SEQUENCE : settled,
        reason,
        bySequence ? stopSequence : null);
  }

  /** The ids of the choice's calls. */
  List<String> callIds() {
    return calls.ids();
  }

  /** The choice's thinking so far. */
  String thoughts() {
    return thoughts.toString();
  }

  private static StopReason read(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "stop", "eos", "end_turn", "complete" -> StopReason.STOP;
      case "stop_sequence" -> StopReason.STOP_SEQUENCE;
      case "length", "max_tokens", "model_length" -> StopReason.LENGTH;
      case "tool_calls", "tool_use", "function_call" -> StopReason.TOOL_CALLS;
      case "content_filter", "safety", "refusal", "recitation" -> StopReason.CONTENT_FILTER;
      case "malformed_function_call" -> StopReason.MALFORMED_TOOL_CALL;
      default -> StopReason.UNKNOWN;
    };
  }
}
