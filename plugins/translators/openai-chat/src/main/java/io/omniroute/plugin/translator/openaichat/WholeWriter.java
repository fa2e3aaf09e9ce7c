package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatResponse;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonWriter;
import io.omniroute.api.translate.Losses;
import io.omniroute.api.translate.ResponseContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes whole answers. */
final class WholeWriter {
  private final Losses losses;
  private final ChatResponse.Choice choice;
  private final StringBuilder text = new StringBuilder();
  private final List<String> thoughts = new ArrayList<>();
  private final StringBuilder refusal = new StringBuilder();
  private final List<Json> calls = new ArrayList<>();
  private final List<Json> images = new ArrayList<>();
  private final List<Json> annotations = new ArrayList<>();
  private @Nullable JsonObject audio;
  private boolean hasText;
  private boolean lastCallComplete = true;

  private WholeWriter(ChatResponse.Choice choice, Losses losses) {
    this.choice = choice;
    this.losses = losses;
  }

  static byte[] write(ResponseContext context, ChatResponse response) {
    AnswerHead head =
        AnswerHead.of(
            context, response.id(), response.model(), response.created(), response.extras());
    JsonWriter json = head.begin("chat.completion").name("choices").beginArray();
    for (ChatResponse.Choice choice : response.choices()) {
      new WholeWriter(choice, context.losses()).write(json);
    }
    json.endArray();
    if (!response.usage().isEmpty()) {
      json.name("usage");
      AnswerParts.usage(json, response.usage());
    }
    return json.endObject().toBytes();
  }

  private void write(JsonWriter json) {
    for (int i = 0; i < choice.parts().size(); i++) {
      collect(choice.parts().get(i), i);
    }
    StopReason reason = choice.reason().settled(!calls.isEmpty(), lastCallComplete);
    json.beginObject().field("index", choice.index()).name("message");
    message(json);
    json.name("logprobs");
    if (choice.logprobs().isEmpty()) {
      json.nullValue();
    } else {
      json.value(AnswerParts.logprobs(choice.logprobs()));
    }
    json.field("finish_reason", AnswerParts.finishReason(reason)).endObject();
  }

  private void message(JsonWriter json) {
    boolean silent = !hasText && (!calls.isEmpty() || !refusal.isEmpty());
    json.beginObject()
        .field("role", "assistant")
        .field("content", silent ? null : text.toString())
        .field("refusal", refusal.isEmpty() ? null : refusal.toString());
    if (!thoughts.isEmpty()) {
      json.field("reasoning_content", String.join("\n\n", thoughts));
    }
    array(json, "tool_calls", calls);
    array(json, "images", images);
    array(json, "annotations", annotations);
    if (audio != null) {
      json.field(AnswerParts.AUDIO, audio);
    }
    json.endObject();
  }

  private static void array(JsonWriter json, String name, List<Json> items) {
    if (!items.isEmpty()) {
      json.field(name, new JsonArray(items));
    }
  }

  private void collect(Part part, int index) {
    switch (part) {
      case Part.Text said -> {
        hasText = true;
        text.append(said.text());
        said.citations().forEach(cited -> annotations.add(AnswerParts.annotation(cited)));
      }
      case Part.Thinking thinking -> {
        if (!thinking.text().isEmpty()) {
          thoughts.add(thinking.text());
        }
      }
      case Part.Refusal refused -> refusal.append(refused.text());
      case Part.ToolCall call -> call(call);
      case Part.Image image -> {
        JsonObject written = AnswerParts.image(image, images.size());
        if (written == null) {
          lost(part, index);
        } else {
          images.add(written);
        }
      }
      case Part.Unknown unknown -> {
        JsonObject sound = unknown.value().object(AnswerParts.AUDIO);
        if (unknown.format().equals(OpenAiChatTranslator.FORMAT) && sound != null) {
          audio = audio == null ? sound : joined(audio, sound);
        } else {
          lost(part, index);
        }
      }
      default -> lost(part, index);
    }
  }

  /** Sound that came piece by piece: texts and data are parts of one. */
  private static JsonObject joined(JsonObject first, JsonObject more) {
    JsonObject.Builder all = first.toBuilder();
    more.fields().forEach(all::put);
    for (String name : new String[] {"data", "transcript"}) {
      String before = first.text(name);
      String after = more.text(name);
      if (before != null) {
        all.put(name, after == null ? before : before + after);
      }
    }
    return all.build();
  }

  private void lost(Part part, int index) {
    losses.dropped(
        "choices[" + choice.index() + "].parts[" + index + "]",
        part.getClass().getSimpleName() + " is not part of the format");
  }

  private void call(Part.ToolCall call) {
    boolean custom = call.kind() == ToolKind.CUSTOM;
    String type = custom ? "custom" : "function";
    String arguments = !custom && call.arguments().isBlank() ? "{}" : call.arguments();
    lastCallComplete = custom || isJson(arguments);
    JsonObject.Builder entry =
        JsonObject.builder()
            .put("id", call.id())
            .put("type", type)
            .put(
                type,
                JsonObject.builder()
                    .put("name", call.name())
                    .put(custom ? "input" : "arguments", arguments)
                    .build());
    if (call.signature() != null) {
      entry.put(CallReader.EXTRA_CONTENT, AnswerParts.extraContent(call.signature()));
    }
    calls.add(entry.build());
  }

  private static boolean isJson(String text) {
    try {
      Json.parse(text);
      return true;
    } catch (JsonException cutOff) {
      return false;
    }
  }
}
