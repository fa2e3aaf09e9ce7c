package io.omniroute.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values with a streaming parser; recursion is bounded by the parser's own depth limit. */
final class JsonParsing {

  /** Inline images and tool arguments of many megabytes are strings. */
  private static final int MAX_STRING_CHARACTERS = 256 * 1024 * 1024;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Json.MAX_DEPTH)
                  .maxStringLength(MAX_STRING_CHARACTERS)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // The default keeps buffers in thread locals, which a virtual thread takes along.
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private JsonParsing() {}

  static Json parse(byte[] utf8, int offset, int length) {
    try (JsonParser parser = FACTORY.createParser(utf8, offset, length)) {
      if (parser.nextToken() == null) {
        throw new JsonException("the text is empty", 0, 0);
      }
      Json value = value(parser);
      if (parser.nextToken() != null) {
        throw failure("there is something behind the value", parser.currentLocation());
      }
      return value;
    } catch (JsonProcessingException e) {
      throw failure(e);
    } catch (IOException e) {
      // CharConversionException: the bytes are no UTF-8. A parser over an array has no other I/O.
      throw new JsonException("the text is not valid UTF-8", 0, 0);
    }
  }

  static JsonException failure(JsonProcessingException e) {
    String reason =
        e instanceof StreamConstraintsException
            ? "the value is nested deeper or is longer than this gateway reads"
            : "the text is not valid JSON";
    return failure(reason, e.getLocation());
  }

  private static JsonException failure(String reason, JsonLocation where) {
    return where == null
        ? new JsonException(reason, 0, 0)
        : new JsonException(reason, where.getLineNr(), where.getColumnNr());
  }

  static Json value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new JsonString(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
      case VALUE_TRUE -> JsonBoolean.TRUE;
      case VALUE_FALSE -> JsonBoolean.FALSE;
      case VALUE_NULL -> JsonNull.NULL;
      default -> throw failure("the text is not valid JSON", parser.currentLocation());
    };
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, Json> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new JsonObject(fields);
  }

  private static JsonArray array(JsonParser parser) throws IOException {
    List<Json> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new JsonArray(items);
  }

  static UncheckedIOException impossible(IOException e) {
    return new UncheckedIOException(e);
  }
}
