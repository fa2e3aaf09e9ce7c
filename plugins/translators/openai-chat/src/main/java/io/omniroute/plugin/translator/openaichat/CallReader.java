package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Signature;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the calls of tools in messages. */
final class CallReader {
  /** Where clients of some hosts keep signatures: by vendor. */
  static final String EXTRA_CONTENT = "extra_content";

  /** The name of the signature in a vendor's fields. */
  static final String THOUGHT_SIGNATURE = "thought_signature";

  private CallReader() {}

  static Part read(FieldReader call) {
    String id = call.text("id");
    String type = call.text("type");
    boolean custom = "custom".equals(type);
    if (!custom && type != null && !type.equals("function")) {
      throw call.fault("type", "must be function or custom");
    }
    Signature signature = signature(call.object());
    if (signature != null) {
      call.value(EXTRA_CONTENT);
    }
    call.value("index");
    FieldReader named = call.requiredObject(custom ? "custom" : "function");
    String name = named.requiredText("name");
    return new Part.ToolCall(
        id == null ? "" : id,
        name,
        custom ? input(named) : arguments(named, "arguments"),
        custom ? ToolKind.CUSTOM : ToolKind.FUNCTION,
        signature,
        Leftovers.meta(call));
  }

  /** Arguments as JSON text; none are an empty object. */
  static String arguments(FieldReader call, String name) {
    Json value = call.value(name);
    if (value == null) {
      return "{}";
    }
    String text = value instanceof JsonString string ? string.value() : value.toText();
    return text.isBlank() ? "{}" : text;
  }

  private static String input(FieldReader custom) {
    String input = custom.text("input");
    return input == null ? "" : input;
  }

  /** The signature in {@code extra_content.<vendor>.thought_signature}, or null. */
  static @Nullable Signature signature(JsonObject call) {
    JsonObject extra = call.object(EXTRA_CONTENT);
    if (extra == null) {
      return null;
    }
    for (Map.Entry<String, Json> vendor : extra.fields().entrySet()) {
      if (vendor.getValue() instanceof JsonObject fields) {
        String value = fields.text(THOUGHT_SIGNATURE);
        if (value != null) {
          return new Signature(vendor.getKey(), value);
        }
      }
    }
    return null;
  }
}
