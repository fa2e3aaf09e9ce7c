package io.omniroute.api.translate;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a stream: a server-sent event, a line, an item of an array.
 *
 * @param event the event's name, or null
 * @param data its data; several lines are allowed
 * @param comment whether it is a comment, which has no meaning beyond a sign of life
 */
public record Frame(@Nullable String event, byte[] data, boolean comment) {

  /** A frame without a name. */
  public static Frame of(byte[] data) {
    return new Frame(null, data, false);
  }

  /** A frame with a name. */
  public static Frame of(@Nullable String event, byte[] data) {
    return new Frame(event, data, false);
  }

  /** A frame of text without a name. */
  public static Frame of(String data) {
    return of(data.getBytes(StandardCharsets.UTF_8));
  }

  /** A comment. */
  public static Frame comment(String text) {
    return new Frame(null, text.getBytes(StandardCharsets.UTF_8), true);
  }

  /** The data as UTF-8 text. */
  public String text() {
    return new String(data, StandardCharsets.UTF_8);
  }
}
