package io.omniroute.api.chat;

import io.omniroute.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A tool the model may call.
 *
 * @param kind its kind
 * @param name its name
 * @param description what it does, or null
 * @param parameters the JSON Schema of its arguments; null where the caller gave none
 * @param strict whether arguments must follow the schema exactly; null for the default
 * @param meta mark and unknown fields; a {@link ToolKind#SERVER} tool is kept whole in them
 */
public record Tool(
    ToolKind kind,
    String name,
    @Nullable String description,
    @Nullable JsonObject parameters,
    @Nullable Boolean strict,
    PartMeta meta) {

  /** A function. */
  public static Tool function(String name, @Nullable String description, JsonObject parameters) {
    return new Tool(ToolKind.FUNCTION, name, description, parameters, null, PartMeta.NONE);
  }
}
