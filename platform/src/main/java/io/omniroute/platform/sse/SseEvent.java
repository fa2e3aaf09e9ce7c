package io.omniroute.platform.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One event, or one comment, of a stream. The data is a slice of an array that may be the very
 * chunk that was read, so it is not copied unless asked for.
 *
 * @param name the value of the last {@code event} line; null if there was none, or for a comment
 * @param id the value of this event's own {@code id} line, null if it had none
 * @param array holds the data; not to be changed
 * @param offset where the data begins
 * @param length how many bytes it has
 * @param comment whether this is a comment: its text is the data, and it says only that the sender
 *     lives
 */
@SuppressWarnings("ArrayRecordComponent") // A slice; compared by nobody, copied by data().
public record SseEvent(
    @Nullable String name,
    @Nullable String id,
    byte[] array,
    int offset,
    int length,
    boolean comment) {

  private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};

  /** An event without an id. */
  public static SseEvent of(@Nullable String name, byte[] data) {
    return new SseEvent(name, null, data, 0, data.length, false);
  }

  /** A copy of the data. */
  public byte[] data() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  /** The data as UTF-8. */
  public String text() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }

  /** Whether the data is the end mark {@code [DONE]}, with any blanks around it. */
  public boolean isDone() {
    int from = offset;
    int to = offset + length;
    while (from < to && array[from] == ' ') {
      from++;
    }
    while (to > from && array[to - 1] == ' ') {
      to--;
    }
    return !comment && Arrays.equals(array, from, to, DONE, 0, DONE.length);
  }

  @Override
  public String toString() {
    return (comment ? "comment" : name == null ? "event" : name) + "[" + length + " bytes]";
  }
}
