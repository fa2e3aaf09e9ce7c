package io.omniroute.platform.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Checks that a text is JSON before it is stored; keeps it as it is. */
public final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException if it is not exactly one JSON object
   */
  public static String requireObject(String text) {
    if (firstToken(text) != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("a JSON object is expected");
    }
    return text;
  }

  /**
   * The text itself.
   *
   * @throws IllegalArgumentException if it is not exactly one JSON value
   */
  public static String requireValue(String text) {
    if (firstToken(text) == null) {
      throw new IllegalArgumentException("a JSON value is expected");
    }
    return text;
  }

  private static @Nullable JsonToken firstToken(String text) {
    try (var parser = JSON.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first != null) {
        parser.skipChildren();
        if (parser.nextToken() != null) {
          throw new IllegalArgumentException("more than one JSON value");
        }
      }
      return first;
    } catch (JacksonException e) {
      // The parser's own message quotes the text, which may be confidential.
      throw new IllegalArgumentException(
          "not valid JSON at line " + e.getLocation().getLineNr(), null);
    } catch (IOException e) {
      throw new IllegalArgumentException("not valid JSON", e);
    }
  }
}
