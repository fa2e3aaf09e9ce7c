package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonWriter;
import io.omniroute.api.translate.ResponseContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every chunk of an answer begins with.
 *
 * @param id the answer's id
 * @param created when it began, in seconds since 1970
 * @param model the model that answers
 * @param extras fields of the same format that stand beside these
 */
record AnswerHead(String id, long created, String model, JsonObject extras) {
  private static final List<String> KNOWN_EXTRAS = List.of("system_fingerprint", "service_tier");
  private static final int CHUNK_BYTES = 384;

  static AnswerHead of(
      ResponseContext context,
      @Nullable String id,
      @Nullable String model,
      long created,
      Extras extras) {
    return new AnswerHead(
        id == null || id.isBlank() ? "chatcmpl-" + context.requestId() : id,
        created > 0 ? created : context.created(),
        model == null || model.isBlank() ? context.model() : model,
        Leftovers.in(extras));
  }

  JsonWriter begin(String object) {
    JsonWriter json = new JsonWriter(CHUNK_BYTES);
    json.beginObject()
        .field("id", id)
        .field("object", object)
        .field("created", created)
        .field("model", model);
    if (!extras.isEmpty()) {
      for (String name : KNOWN_EXTRAS) {
        if (extras.has(name)) {
          json.field(name, extras.text(name));
        }
      }
    }
    return json;
  }

  JsonWriter beginChunk() {
    return begin("chat.completion.chunk");
  }

  byte[] usageChunk(Usage usage) {
    JsonWriter json = beginChunk().name("choices").beginArray().endArray().name("usage");
    AnswerParts.usage(json, usage);
    return json.endObject().toBytes();
  }
}
