package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.Citation;
import io.omniroute.api.chat.MediaSource;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Signature;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.chat.TokenLogprob;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces that streamed and whole answers share. */
final class AnswerParts {
  /** The type of a part that holds sound in the form of this format. */
  static final String AUDIO = "audio";

  private AnswerParts() {}

  /** The only words strict clients know. */
  static String finishReason(StopReason reason) {
    return switch (reason) {
      case LENGTH -> "length";
      case TOOL_CALLS -> "tool_calls";
      case CONTENT_FILTER -> "content_filter";
      default -> "stop";
    };
  }

  static void usage(JsonWriter json, Usage usage) {
    json.beginObject()
        .field("prompt_tokens", Math.max(0, usage.inputTotal()))
        .field("completion_tokens", Math.max(0, usage.outputTotal()))
        .field("total_tokens", usage.total());
    boolean cache = usage.cacheRead() != Usage.UNKNOWN || usage.cacheWrite() != Usage.UNKNOWN;
    if (cache) {
      json.name("prompt_tokens_details").beginObject();
      json.field("cached_tokens", Math.max(0, usage.cacheRead()));
      if (usage.cacheWrite() > 0) {
        json.field("cache_creation_tokens", usage.cacheWrite());
      }
      json.endObject();
    }
    if (usage.reasoning() != Usage.UNKNOWN) {
      json.name("completion_tokens_details").beginObject();
      json.field("reasoning_tokens", usage.reasoning()).endObject();
    }
    json.endObject();
  }

  /** An image of an answer; null where it is not in a form that clients can show. */
  static @Nullable JsonObject image(Part.Image image, int index) {
    String url =
        switch (image.source()) {
          case MediaSource.Inline inline -> inline.toDataUrl();
          case MediaSource.Url link -> link.url();
          default -> null;
        };
    return url == null
        ? null
        : JsonObject.builder()
            .put("type", "image_url")
            .put("image_url", JsonObject.builder().put("url", url).build())
            .put("index", index)
            .build();
  }

  static JsonObject annotation(Citation citation) {
    return JsonObject.builder()
        .put("type", "url_citation")
        .put(
            "url_citation",
            JsonObject.builder()
                .put("url", citation.url() == null ? "" : citation.url())
                .put("title", citation.title() == null ? "" : citation.title())
                .put("start_index", citation.start() == null ? 0 : citation.start())
                .put("end_index", citation.end() == null ? 0 : citation.end())
                .build())
        .build();
  }

  /** Where clients that know signatures keep them. */
  static JsonObject extraContent(Signature signature) {
    JsonObject fields =
        JsonObject.builder().put(CallReader.THOUGHT_SIGNATURE, signature.value()).build();
    return JsonObject.builder().put(signature.vendor(), fields).build();
  }

  static JsonObject logprobs(List<TokenLogprob> tokens) {
    return JsonObject.builder()
        .put("content", new JsonArray(tokens.stream().map(AnswerParts::token).toList()))
        .put("refusal", JsonNull.NULL)
        .build();
  }

  private static Json token(TokenLogprob token) {
    return plainToken(token).toBuilder()
        .put(
            "top_logprobs",
            new JsonArray(
                token.alternatives().stream().<Json>map(AnswerParts::plainToken).toList()))
        .build();
  }

  private static JsonObject plainToken(TokenLogprob token) {
    return JsonObject.builder()
        .put("token", token.token())
        .put("logprob", JsonNumber.of(token.logprob()))
        .put(
            "bytes",
            token.bytes().isEmpty()
                ? JsonNull.NULL
                : new JsonArray(token.bytes().stream().<Json>map(JsonNumber::of).toList()))
        .build();
  }
}
