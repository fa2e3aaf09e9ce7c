package io.omniroute.platform.sse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events out of chunks cut anywhere, also within a character or a line end, as
 * WHATWG HTML 9.2 frames them, with liberties that providers need: an event at the end of the
 * stream counts without its blank line, one with a name counts without data, and comments are
 * shown. Memory is bounded by the limit and grows with the event, never with the stream. Not
 * thread-safe; does not block.
 */
public final class SseReader {

  /** Larger than any event known: images come inline. */
  public static final int DEFAULT_LIMIT = 50 * 1024 * 1024;

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] NONE = new byte[0];

  private final int limit;

  /** What is left of a line whose end has not come; empty most of the time. */
  private byte[] partial = NONE;

  private int partialLength;
  private boolean skipLineFeed;
  private boolean first = true;

  private String lastName = "";
  private @Nullable String name;
  private @Nullable String id;
  private byte[] data = NONE;
  private int dataOffset;
  private int dataLength;
  private int dataLines;

  /** A reader with the default limit. */
  public SseReader() {
    this(DEFAULT_LIMIT);
  }

  /**
   * A reader.
   *
   * @param limit the most bytes of a line, and of the data of an event
   */
  public SseReader(int limit) {
    this.limit = limit;
  }

  /**
   * Reads a chunk and shows the events that it completes. Events may share the chunk's array, which
   * therefore must not be changed afterwards.
   *
   * @throws StreamFormatException if a line or an event is beyond the limit
   */
  public void read(byte[] chunk, SseSink sink) throws StreamFormatException {
    read(chunk, 0, chunk.length, sink);
  }

  /** Reads a part of an array; otherwise as {@link #read(byte[], SseSink)}. */
  public void read(byte[] chunk, int offset, int length, SseSink sink)
      throws StreamFormatException {
    int end = offset + length;
    int from = offset;
    if (skipLineFeed && from < end) {
      skipLineFeed = false;
      from += chunk[from] == '\n' ? 1 : 0;
    }
    while (from < end) {
      int stop = lineEnd(chunk, from, end);
      if (stop == end) {
        keep(chunk, from, end);
        return;
      }
      completeLine(chunk, from, stop, sink);
      from = stop + 1;
      if (chunk[stop] == '\r') {
        if (from == end) {
          skipLineFeed = true;
        } else if (chunk[from] == '\n') {
          from++;
        }
      }
    }
  }

  /** Reads a chunk and returns the events that it completes. */
  public List<SseEvent> events(byte[] chunk) throws StreamFormatException {
    List<SseEvent> events = new ArrayList<>();
    read(chunk, events::add);
    return events;
  }

  /**
   * Ends the stream: shows the last event if its blank line is missing.
   *
   * @throws StreamFormatException if it is beyond the limit
   */
  public void finish(SseSink sink) throws StreamFormatException {
    if (partialLength > 0) {
      completeLine(NONE, 0, 0, sink);
    }
    dispatch(sink);
  }

  private static int lineEnd(byte[] chunk, int from, int end) {
    for (int i = from; i < end; i++) {
      byte b = chunk[i];
      if (b == '\n' || b == '\r') {
        return i;
      }
    }
    return end;
  }

  private void keep(byte[] chunk, int from, int end) throws StreamFormatException {
    int needed = partialLength + end - from;
    if (needed > limit || needed < 0) {
      throw new StreamFormatException("a line of the stream is longer than " + limit + " bytes");
    }
    if (needed > partial.length) {
      int grown = (int) Math.min(limit, Math.max(256L, partial.length * 2L));
      partial = Arrays.copyOf(partial, Math.max(grown, needed));
    }
    System.arraycopy(chunk, from, partial, partialLength, end - from);
    partialLength = needed;
  }

  private void completeLine(byte[] chunk, int from, int to, SseSink sink)
      throws StreamFormatException {
    if (partialLength == 0) {
      line(chunk, from, to, sink);
      return;
    }
    keep(chunk, from, to);
    byte[] whole = partial;
    int length = partialLength;
    // The event may keep the array as its data, so the next line gets a new one.
    partial = NONE;
    partialLength = 0;
    line(whole, 0, length, sink);
  }

  private void line(byte[] array, int start, int to, SseSink sink) throws StreamFormatException {
    int from = start;
    if (first) {
      first = false;
      if (to - from >= BOM.length && Arrays.equals(array, from, from + BOM.length, BOM, 0, 3)) {
        from += BOM.length;
      }
    }
    if (from == to) {
      dispatch(sink);
      return;
    }
    int colon = from;
    while (colon < to && array[colon] != ':') {
      colon++;
    }
    int value = colon + 1 < to && array[colon + 1] == ' ' ? colon + 2 : Math.min(colon + 1, to);
    if (colon == from) {
      sink.event(new SseEvent(null, null, array, value, to - value, true));
    } else {
      field(array, from, colon, value, to);
    }
  }

  private void field(byte[] array, int from, int colon, int value, int to)
      throws StreamFormatException {
    if (is("data", array, from, colon)) {
      addData(array, value, to);
    } else if (is("event", array, from, colon)) {
      name = name(array, value, to);
    } else if (is("id", array, from, colon)) {
      id = new String(array, value, to - value, StandardCharsets.UTF_8);
    }
  }

  /** Streams repeat few names: the string of the event before is used again if it is the same. */
  private String name(byte[] array, int from, int to) {
    if (!is(lastName, array, from, to)) {
      lastName = new String(array, from, to - from, StandardCharsets.UTF_8);
    }
    return lastName;
  }

  private static boolean is(String field, byte[] array, int from, int to) {
    if (to - from != field.length()) {
      return false;
    }
    for (int i = 0; i < field.length(); i++) {
      if (array[from + i] != field.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void addData(byte[] array, int from, int to) throws StreamFormatException {
    int length = to - from;
    if (dataLines++ == 0) {
      data = array;
      dataOffset = from;
      dataLength = length;
      checkData(length);
      return;
    }
    int needed = dataLength + 1 + length;
    checkData(needed);
    if (dataLines == 2 || needed > data.length) {
      byte[] grown = new byte[(int) Math.min(limit, Math.max(needed, needed * 2L))];
      System.arraycopy(data, dataOffset, grown, 0, dataLength);
      data = grown;
      dataOffset = 0;
    }
    data[dataLength] = '\n';
    System.arraycopy(array, from, data, dataLength + 1, length);
    dataLength = needed;
  }

  private void checkData(int length) throws StreamFormatException {
    if (length > limit || length < 0) {
      throw new StreamFormatException("an event of the stream is larger than " + limit + " bytes");
    }
  }

  private void dispatch(SseSink sink) {
    if (dataLines > 0 || name != null) {
      sink.event(new SseEvent(name, id, data, dataOffset, dataLength, false));
    }
    name = null;
    id = null;
    data = NONE;
    dataOffset = 0;
    dataLength = 0;
    dataLines = 0;
  }
}
