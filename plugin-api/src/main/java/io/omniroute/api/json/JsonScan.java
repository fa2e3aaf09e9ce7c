package io.omniroute.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a few fields of the outermost object without building the rest. The whole text is checked,
 * so that what is forwarded unread is at least JSON. Immutable.
 */
public final class JsonScan {

  private final Map<String, Field> found;

  private JsonScan(Map<String, Field> found) {
    this.found = found;
  }

  /**
   * Scans for fields.
   *
   * @param utf8 the text of one object
   * @param names the names to look for; of a repeated name the last one counts
   * @throws JsonException when the text is no JSON object
   */
  public static JsonScan of(byte[] utf8, Set<String> names) {
    try (JsonParser parser = JsonParsing.FACTORY.createParser(utf8, 0, utf8.length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new JsonException("the text is not a JSON object", 0, 0);
      }
      Map<String, Field> found = new HashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (names.contains(name)) {
          found.put(name, field(parser));
        } else {
          parser.skipChildren();
        }
      }
      if (parser.nextToken() != null) {
        throw new JsonException("there is something behind the object", 0, 0);
      }
      return new JsonScan(found);
    } catch (JsonProcessingException e) {
      throw JsonParsing.failure(e);
    } catch (IOException e) {
      throw new JsonException("the text is not valid UTF-8", 0, 0);
    }
  }

  /** The field, where the object has it. */
  public Optional<Field> field(String name) {
    return Optional.ofNullable(found.get(name));
  }

  private static Field field(JsonParser parser) throws IOException {
    int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    JsonToken token = parser.currentToken();
    String text = token == JsonToken.VALUE_STRING ? parser.getText() : null;
    Boolean bool = token.isBoolean() ? (Boolean) (token == JsonToken.VALUE_TRUE) : null;
    if (token.isStructStart()) {
      parser.skipChildren();
    } else if (text == null) {
      parser.getText();
    }
    int end = Math.toIntExact(parser.currentLocation().getByteOffset());
    return new Field(text, bool, token == JsonToken.VALUE_NULL, start, end);
  }

  /**
   * A field that was found.
   *
   * @param text its value where it is a string
   * @param bool its value where it is a boolean
   * @param isNull whether its value is {@code null}
   * @param start the offset in bytes of the value's first byte
   * @param end the offset in bytes behind the value's last byte
   */
  public record Field(
      @Nullable String text, @Nullable Boolean bool, boolean isNull, int start, int end) {}
}
