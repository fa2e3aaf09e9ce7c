package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a value against a JSON Schema (draft 2020-12), as far as {@code provider.schema.json} uses
 * it: a general validator takes a third of a second to start, and does not know lines. A keyword it
 * does not know makes the schema itself an error. Immutable.
 */
final class SchemaCheck {

  private static final Set<String> KEYWORDS =
      Set.of(
          "$ref",
          "type",
          "enum",
          "const",
          "required",
          "properties",
          "additionalProperties",
          "items",
          "minItems",
          "uniqueItems",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum");
  private static final Set<String> ANNOTATIONS =
      Set.of("$schema", "$defs", "title", "description", "default");

  private final JsonObject root;
  private final Map<String, Pattern> patterns = new HashMap<>();

  /** Takes over a schema; refuses one with keywords that are not known here. */
  SchemaCheck(JsonObject schema) {
    root = schema;
    verify(schema);
    JsonObject definitions = definitions();
    definitions.fields().values().forEach(it -> verify((JsonObject) it));
  }

  /** Every problem of a value; empty where it is good. */
  List<Problem> check(Node value) {
    List<Problem> problems = new ArrayList<>();
    new Run(problems).check(root, value, "");
    return List.copyOf(problems);
  }

  private JsonObject definitions() {
    JsonObject definitions = root.object("$defs");
    return definitions == null ? JsonObject.EMPTY : definitions;
  }

  private void verify(JsonObject schema) {
    for (String keyword : schema.fields().keySet()) {
      if (!KEYWORDS.contains(keyword) && !ANNOTATIONS.contains(keyword)) {
        throw new IllegalArgumentException("the schema keyword '" + keyword + "' is not supported");
      }
    }
    String pattern = schema.text("pattern");
    if (pattern != null) {
      patterns.put(pattern, Pattern.compile(pattern));
    }
    JsonObject properties = schema.object("properties");
    if (properties != null) {
      properties.fields().values().forEach(it -> verify((JsonObject) it));
    }
    for (String keyword : List.of("items", "additionalProperties")) {
      JsonObject nested = schema.object(keyword);
      if (nested != null) {
        verify(nested);
      }
    }
  }

  /** One run over one value. */
  private final class Run {

    private final List<Problem> problems;

    Run(List<Problem> problems) {
      this.problems = problems;
    }

    void check(JsonObject schema, Node value, String key) {
      JsonObject rules = resolve(schema);
      String type = rules.text("type");
      if (type != null && !isOf(type, value.json())) {
        report(value, key, "must be " + words(type) + ", not " + value.kind());
        return;
      }
      checkChoice(rules, value, key);
      switch (value) {
        case Node.Block block -> checkBlock(rules, block, key);
        case Node.Items items -> checkItems(rules, items, key);
        case Node.Scalar scalar -> checkScalar(rules, scalar, key);
      }
    }

    private void checkChoice(JsonObject rules, Node value, String key) {
      Json only = rules.get("const");
      if (only != null && !only.equals(value.json())) {
        report(value, key, "must be " + only.toText());
      }
      JsonArray choices = rules.array("enum");
      if (choices != null && choices.items().stream().noneMatch(value.json()::equals)) {
        report(value, key, "must be one of " + String.join(", ", choices.strings().toList()));
      }
    }

    private void checkBlock(JsonObject rules, Node.Block block, String key) {
      JsonObject properties = rules.object("properties");
      JsonObject known = properties == null ? JsonObject.EMPTY : properties;
      JsonArray required = rules.array("required");
      if (required != null) {
        required
            .strings()
            .filter(name -> !block.fields().containsKey(name))
            .forEach(name -> report(block, join(key, name), "is missing"));
      }
      Json others = rules.get("additionalProperties");
      block
          .fields()
          .forEach(
              (name, value) -> {
                if (known.get(name) instanceof JsonObject schema) {
                  check(schema, value, join(key, name));
                } else if (others instanceof JsonObject schema) {
                  check(schema, value, join(key, name));
                } else if (others == JsonBoolean.FALSE) {
                  String hint = Spelling.hint(name, known.fields().keySet());
                  problems.add(
                      new Problem(block.lineOf(name), join(key, name), "is no known key" + hint));
                }
              });
    }

    private void checkItems(JsonObject rules, Node.Items list, String key) {
      JsonNumber least = rules.number("minItems");
      if (least != null && list.items().size() < least.longValue()) {
        report(list, key, "must have at least " + least.digits() + " item(s)");
      }
      Set<Json> seen = new HashSet<>();
      boolean unique = rules.bool("uniqueItems", false);
      JsonObject schema = rules.object("items");
      for (int i = 0; i < list.items().size(); i++) {
        Node item = list.items().get(i);
        String itemKey = key + "[" + i + "]";
        if (schema != null) {
          check(schema, item, itemKey);
        }
        if (unique && !seen.add(item.json())) {
          report(item, itemKey, "stands twice");
        }
      }
    }

    private void checkScalar(JsonObject rules, Node.Scalar scalar, String key) {
      if (scalar.json() instanceof JsonString(String text)) {
        checkText(rules, scalar, text, key);
      } else if (scalar.json() instanceof JsonNumber number) {
        BigDecimal amount = new BigDecimal(number.digits());
        JsonNumber least = rules.number("minimum");
        if (least != null && amount.compareTo(new BigDecimal(least.digits())) < 0) {
          report(scalar, key, "must be at least " + least.digits());
        }
        JsonNumber most = rules.number("maximum");
        if (most != null && amount.compareTo(new BigDecimal(most.digits())) > 0) {
          report(scalar, key, "must be at most " + most.digits());
        }
      }
    }

    private void checkText(JsonObject rules, Node.Scalar scalar, String text, String key) {
      int length = text.codePointCount(0, text.length());
      if (length < rules.number("minLength", 0)) {
        report(scalar, key, "must not be empty");
      }
      if (length > rules.number("maxLength", Integer.MAX_VALUE)) {
        report(scalar, key, "must have at most " + rules.number("maxLength", 0) + " characters");
      }
      Pattern pattern = patterns.get(rules.text("pattern", ""));
      if (pattern != null && !pattern.matcher(text).find()) {
        report(scalar, key, "must be " + rules.text("description", "like " + pattern.pattern()));
      }
    }

    private void report(Node where, String key, String message) {
      problems.add(new Problem(where.line(), key, message));
    }
  }

  private JsonObject resolve(JsonObject schema) {
    String reference = schema.text("$ref");
    if (reference == null) {
      return schema;
    }
    JsonObject target = definitions().object(reference.replace("#/$defs/", ""));
    if (target == null) {
      throw new IllegalStateException("the schema has no " + reference);
    }
    return target;
  }

  private static boolean isOf(String type, Json value) {
    return switch (type) {
      case "object" -> value instanceof JsonObject;
      case "array" -> value instanceof JsonArray;
      case "string" -> value instanceof JsonString;
      case "boolean" -> value instanceof JsonBoolean;
      case "number" -> value instanceof JsonNumber;
      case "integer" -> value instanceof JsonNumber number && number.isWhole();
      default -> throw new IllegalStateException("the schema type '" + type + "' is not supported");
    };
  }

  private static String words(String type) {
    return switch (type) {
      case "object" -> "a block of keys";
      case "array" -> "a list";
      case "string" -> "text";
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      default -> "a number";
    };
  }

  private static String join(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }
}
