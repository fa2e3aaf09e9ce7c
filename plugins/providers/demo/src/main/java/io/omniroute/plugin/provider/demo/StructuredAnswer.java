package io.omniroute.plugin.provider.demo;

import io.omniroute.api.chat.OutputFormat;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;

/** The model that answers in JSON. */
final class StructuredAnswer {

  private StructuredAnswer() {}

  static Reply reply(Prompt prompt) {
    Json value =
        prompt.request().output() instanceof OutputFormat.JsonSchema wanted
            ? SchemaExample.of(wanted.schema())
            : JsonObject.builder()
                .put("status", "ok")
                .put("question", prompt.lastUserText())
                .build();
    return Reply.text(value.toText());
  }
}
