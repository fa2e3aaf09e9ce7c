package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value of a file that knows its line. The kinds are those of JSON. */
sealed interface Node {

  /** The line it begins at, from 1. */
  int line();

  /** The value without lines. */
  Json json();

  /** What it is, in the words of a message. */
  String kind();

  /** A text, number, flag or nothing. */
  record Scalar(int line, Json json) implements Node {

    @Override
    public String kind() {
      return switch (json) {
        case JsonString ignored -> "text";
        case JsonBoolean ignored -> "true or false";
        case JsonNumber ignored -> "a number";
        default -> "nothing";
      };
    }
  }

  /** A list. */
  record Items(int line, List<Node> items) implements Node {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Json json() {
      return new JsonArray(items.stream().map(Node::json).toList());
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A block of keys.
   *
   * @param keyLines the line of each key
   */
  record Block(int line, Map<String, Node> fields, Map<String, Integer> keyLines) implements Node {

    public Block {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
      keyLines = Map.copyOf(keyLines);
    }

    static Block empty(int line) {
      return new Block(line, Map.of(), Map.of());
    }

    @Override
    public Json json() {
      JsonObject.Builder object = JsonObject.builder();
      fields.forEach((name, value) -> object.put(name, value.json()));
      return object.build();
    }

    @Override
    public String kind() {
      return "a block of keys";
    }

    int lineOf(String key) {
      return keyLines.getOrDefault(key, line);
    }

    @Nullable String text(String key) {
      return fields.get(key) instanceof Scalar(int ignored, JsonString(String value))
          ? value
          : null;
    }

    String text(String key, String alternative) {
      String value = text(key);
      return value == null ? alternative : value;
    }

    boolean flag(String key) {
      return fields.get(key) instanceof Scalar scalar && scalar.json() == JsonBoolean.TRUE;
    }

    @Nullable BigDecimal number(String key) {
      return fields.get(key) instanceof Scalar scalar && scalar.json() instanceof JsonNumber number
          ? new BigDecimal(number.digits())
          : null;
    }

    @Nullable Long whole(String key) {
      BigDecimal value = number(key);
      return value == null ? null : (Long) value.longValue();
    }

    Block block(String key) {
      return fields.get(key) instanceof Block block ? block : empty(lineOf(key));
    }

    Stream<Node> items(String key) {
      return fields.get(key) instanceof Items list ? list.items().stream() : Stream.empty();
    }

    Stream<Block> blocks(String key) {
      return items(key).filter(Block.class::isInstance).map(Block.class::cast);
    }

    List<String> texts(String key) {
      return items(key)
          .map(Node::json)
          .filter(JsonString.class::isInstance)
          .map(text -> ((JsonString) text).value())
          .toList();
    }
  }
}
