package io.omniroute.api.chat;

import io.omniroute.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What the answer must look like. */
public sealed interface OutputFormat {

  /** Free text. */
  OutputFormat TEXT = new Text();

  /** Free text. */
  record Text() implements OutputFormat {}

  /** Some JSON object. */
  record JsonMode() implements OutputFormat {}

  /**
   * JSON that follows a schema.
   *
   * @param name the schema's name, or null
   * @param description what it describes, or null
   * @param schema the JSON Schema
   * @param strict whether to follow it exactly; null for the default
   */
  record JsonSchema(
      @Nullable String name,
      @Nullable String description,
      JsonObject schema,
      @Nullable Boolean strict)
      implements OutputFormat {}
}
