package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.json.JsonWriter;
import io.omniroute.api.translate.ModelCard;
import java.util.List;

/** Writes models as clients list them. */
final class ModelWriter {
  private static final int CARD_BYTES = 256;

  private ModelWriter() {}

  static byte[] list(List<ModelCard> models) {
    JsonWriter json = new JsonWriter(CARD_BYTES * (models.size() + 1));
    json.beginObject().field("object", "list").name("data").beginArray();
    models.forEach(model -> write(json, model));
    return json.endArray().endObject().toBytes();
  }

  static byte[] one(ModelCard model) {
    JsonWriter json = new JsonWriter(CARD_BYTES);
    write(json, model);
    return json.toBytes();
  }

  private static void write(JsonWriter json, ModelCard model) {
    json.beginObject()
        .field("id", model.id())
        .field("object", "model")
        .field("created", model.created())
        .field("owned_by", model.ownedBy())
        .name("permission")
        .beginArray()
        .endArray()
        .field("root", model.root())
        .field("parent", model.parent());
    if (!model.name().isEmpty() && !model.name().equals(model.root())) {
      json.field("name", model.name());
    }
    if (!model.kind().equals("chat")) {
      json.field("type", model.kind());
    }
    if (model.contextWindow() != null) {
      json.field("context_length", model.contextWindow());
    }
    if (model.maxOutputTokens() != null) {
      json.field("max_output_tokens", model.maxOutputTokens());
    }
    if (model.custom()) {
      json.field("custom", true);
    }
    json.endObject();
  }
}
