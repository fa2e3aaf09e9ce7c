package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.Failure;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.translate.FailureRules;

/** Finds errors that come with a good status. */
final class Errors {

  private Errors() {}

  /** Whether an answer, a chunk or a choice is an error, or has one. */
  static boolean in(JsonObject object) {
    Json error = object.get("error");
    if (error != null && error != JsonNull.NULL) {
      return !(error instanceof JsonString text) || !text.value().isBlank();
    }
    JsonObject base = object.object("base_resp");
    if (base != null && base.number("status_code", 0) != 0) {
      return true;
    }
    boolean answer = object.has("choices") || object.has("delta") || object.has("message");
    if (object.has("choices") || object.has("delta")) {
      return false;
    }
    boolean named = "error".equals(object.text("object")) || "error".equals(object.text("type"));
    boolean complains = object.has("detail") && !answer;
    boolean coded = object.text("message") != null && object.has("code");
    return named || complains || coded;
  }

  /** The failure such an object tells of. */
  static Failure read(JsonObject object) {
    return FailureRules.inBand(object);
  }
}
