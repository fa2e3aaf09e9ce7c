package io.omniroute.platform.sse;

import java.util.Arrays;

/**
 * Reads JSON lines (newline-delimited JSON) out of chunks cut anywhere. Blank lines are skipped;
 * the last line counts without its end. Not thread-safe; does not block.
 */
public final class JsonLinesReader {

  private static final byte[] NONE = new byte[0];

  private final int limit;
  private byte[] partial = NONE;
  private int partialLength;

  /**
   * A reader.
   *
   * @param limit the most bytes of a line
   */
  public JsonLinesReader(int limit) {
    this.limit = limit;
  }

  /**
   * Reads a chunk and shows the lines that it completes, each as an event without a name. Events
   * may share the chunk's array, which therefore must not be changed afterwards.
   *
   * @throws StreamFormatException if a line is beyond the limit
   */
  public void read(byte[] chunk, SseSink sink) throws StreamFormatException {
    int from = 0;
    for (int i = 0; i < chunk.length; i++) {
      if (chunk[i] == '\n') {
        complete(chunk, from, i, sink);
        from = i + 1;
      }
    }
    keep(chunk, from, chunk.length);
  }

  /** Ends the stream: shows the last line if it has no end. */
  public void finish(SseSink sink) throws StreamFormatException {
    complete(NONE, 0, 0, sink);
  }

  private void complete(byte[] chunk, int from, int to, SseSink sink) throws StreamFormatException {
    if (partialLength == 0) {
      show(chunk, from, to, sink);
      return;
    }
    keep(chunk, from, to);
    byte[] line = partial;
    int length = partialLength;
    partial = NONE;
    partialLength = 0;
    show(line, 0, length, sink);
  }

  private void keep(byte[] chunk, int from, int to) throws StreamFormatException {
    int needed = partialLength + to - from;
    if (needed > limit || needed < 0) {
      throw new StreamFormatException("a line of the stream is longer than " + limit + " bytes");
    }
    if (needed > partial.length) {
      int grown = (int) Math.min(limit, Math.max(256L, partial.length * 2L));
      partial = Arrays.copyOf(partial, Math.max(grown, needed));
    }
    System.arraycopy(chunk, from, partial, partialLength, to - from);
    partialLength = needed;
  }

  private static void show(byte[] array, int start, int end, SseSink sink) {
    int from = start;
    int to = end;
    while (from < to && isBlank(array[from])) {
      from++;
    }
    while (to > from && isBlank(array[to - 1])) {
      to--;
    }
    if (from < to) {
      sink.event(new SseEvent(null, null, array, from, to - from, false));
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
