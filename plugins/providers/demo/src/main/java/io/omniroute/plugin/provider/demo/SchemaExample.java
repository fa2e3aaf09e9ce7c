package io.omniroute.plugin.provider.demo;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a value that follows a JSON Schema, as far as its usual keywords go. */
final class SchemaExample {
  private static final int DEEPEST = 12;
  private static final Map<String, String> BY_FORMAT =
      Map.of(
          "date", "2026-01-01",
          "time", "12:00:00Z",
          "date-time", "2026-01-01T12:00:00Z",
          "email", "someone@example.com",
          "uri", "https://example.com",
          "uuid", "00000000-0000-4000-8000-000000000000",
          "ipv4", "192.0.2.1",
          "hostname", "example.com");

  private final JsonObject root;

  private SchemaExample(JsonObject root) {
    this.root = root;
  }

  /** A value for a schema. */
  static Json of(JsonObject schema) {
    return new SchemaExample(schema).value(schema, "value", 0);
  }

  private Json value(JsonObject given, String name, int depth) {
    JsonObject schema = resolved(given);
    Json fixed = fixed(schema);
    if (fixed != null) {
      return fixed;
    }
    JsonObject alternative = alternative(schema);
    if (alternative != null && depth < DEEPEST) {
      return value(alternative, name, depth + 1);
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, name, depth);
      case "integer" -> JsonNumber.of(number(schema));
      case "number" -> JsonNumber.of(number(schema));
      case "boolean" -> JsonBoolean.TRUE;
      case "null" -> JsonNull.NULL;
      default -> text(schema, name);
    };
  }

  private static @Nullable Json fixed(JsonObject schema) {
    if (schema.has("const")) {
      return schema.get("const");
    }
    for (String keyword : List.of("enum", "examples")) {
      JsonArray values = schema.array(keyword);
      if (values != null && !values.isEmpty()) {
        return values.items().getFirst();
      }
    }
    return schema.get("default");
  }

  private static @Nullable JsonObject alternative(JsonObject schema) {
    for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
      JsonArray options = schema.array(keyword);
      if (options != null) {
        return options.objects().findFirst().orElse(null);
      }
    }
    return null;
  }

  private static String type(JsonObject schema) {
    if (schema.get("type") instanceof JsonArray types) {
      return types.strings().findFirst().orElse("string");
    }
    String byContent = schema.has("properties") ? "object" : "string";
    return schema.text("type", schema.has("items") ? "array" : byContent);
  }

  private Json object(JsonObject schema, int depth) {
    JsonObject properties = schema.object("properties");
    if (properties == null || depth >= DEEPEST) {
      return JsonObject.EMPTY;
    }
    JsonArray required = schema.array("required");
    List<String> wanted =
        required == null || required.isEmpty()
            ? List.copyOf(properties.fields().keySet())
            : required.strings().toList();
    JsonObject.Builder object = JsonObject.builder();
    for (String name : wanted) {
      JsonObject property = properties.object(name);
      object.put(name, value(property == null ? JsonObject.EMPTY : property, name, depth + 1));
    }
    return object.build();
  }

  private Json array(JsonObject schema, String name, int depth) {
    JsonObject items = schema.object("items");
    long least = Math.clamp(schema.number("minItems", 1), 0, 16);
    List<Json> values = new ArrayList<>();
    for (long i = 0; i < least && depth < DEEPEST; i++) {
      values.add(value(items == null ? JsonObject.EMPTY : items, name, depth + 1));
    }
    return new JsonArray(values);
  }

  private static long number(JsonObject schema) {
    JsonNumber exclusive = schema.number("exclusiveMinimum");
    long least = exclusive == null ? schema.number("minimum", 1) : exclusive.longValue() + 1;
    return Math.min(Math.max(least, schema.number("minimum", 1)), schema.number("maximum", least));
  }

  private static Json text(JsonObject schema, String name) {
    String byFormat = BY_FORMAT.get(schema.text("format", ""));
    String text = byFormat == null ? "example " + name : byFormat;
    long most = schema.number("maxLength", Integer.MAX_VALUE);
    return new JsonString(
        text.length() <= most ? text : text.substring(0, (int) Math.max(0, most)));
  }

  private JsonObject resolved(JsonObject schema) {
    JsonObject target = schema;
    for (int hops = 0; hops < DEEPEST; hops++) {
      String reference = target.text("$ref");
      if (reference == null || !reference.startsWith("#/")) {
        return target;
      }
      target = at(reference.substring(2).split("/"));
    }
    return JsonObject.EMPTY;
  }

  private JsonObject at(String[] path) {
    JsonObject place = root;
    for (String step : path) {
      JsonObject next = place.object(step);
      if (next == null) {
        return JsonObject.EMPTY;
      }
      place = next;
    }
    return place;
  }
}
