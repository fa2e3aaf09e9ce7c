package io.omniroute.api.json;

import java.nio.charset.StandardCharsets;

/**
 * A JSON value (RFC 8259). Values are immutable and thread-safe; objects keep the order of their
 * fields and numbers keep their digits, so that reading and writing back loses nothing but white
 * space.
 */
public sealed interface Json
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /** The deepest nesting of objects and arrays that is read. */
  int MAX_DEPTH = 200;

  /**
   * Reads one value from UTF-8 text.
   *
   * @throws JsonException when the text is no JSON, has something behind the value, or is nested
   *     deeper than {@link #MAX_DEPTH}
   */
  static Json parse(byte[] utf8) {
    return JsonParsing.parse(utf8, 0, utf8.length);
  }

  /**
   * Reads one value from a range of UTF-8 text.
   *
   * @throws JsonException as {@link #parse(byte[])}
   */
  static Json parse(byte[] utf8, int offset, int length) {
    return JsonParsing.parse(utf8, offset, length);
  }

  /**
   * Reads one value from text.
   *
   * @throws JsonException as {@link #parse(byte[])}
   */
  static Json parse(String text) {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The value as compact UTF-8 text. */
  default byte[] toBytes() {
    return new JsonWriter(256).value(this).toBytes();
  }

  /** The value as compact text. */
  default String toText() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }
}
