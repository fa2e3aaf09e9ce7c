package io.omniroute.bench;

import java.util.Arrays;

/**
 * The body of a request at the upstream, and the few questions it is asked. A search over the bytes
 * stands in for a JSON parser: the requests are the harness's own.
 */
final class RequestBody implements BodySink {

  private static final byte[] STREAM = Bytes.of("\"stream\"");
  private static final byte[] INCLUDE_USAGE = Bytes.of("\"include_usage\"");
  private static final byte[] PACED = Bytes.of("#paced=");
  private static final byte[] TRUE = Bytes.of("true");
  private static final int LARGEST = 1024 * 1024;

  private byte[] bytes = new byte[4096];
  private int length;

  /** The mark that a message must contain to get one event every {@code millis} milliseconds. */
  static String pacedMark(int millis) {
    return "#paced=" + millis + "#";
  }

  @Override
  public void accept(byte[] buffer, int from, int to) {
    int count = to - from;
    if (length + count > LARGEST) {
      throw new IllegalStateException("request body larger than " + LARGEST + " bytes");
    }
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
    System.arraycopy(buffer, from, bytes, length, count);
    length += count;
  }

  void clear() {
    length = 0;
  }

  boolean wantsStream() {
    return isTrue(STREAM);
  }

  boolean wantsUsage() {
    return isTrue(INCLUDE_USAGE);
  }

  /** Milliseconds between two events, or 0 when the stream is to come all at once. */
  int paceMillis() {
    int at = Bytes.indexOf(bytes, 0, length, PACED);
    return at < 0 ? 0 : Math.clamp(Bytes.number(bytes, at + PACED.length, length), 0, 10_000);
  }

  private boolean isTrue(byte[] name) {
    int at = Bytes.indexOf(bytes, 0, length, name);
    if (at < 0) {
      return false;
    }
    int colon = Bytes.skipSpaces(bytes, at + name.length, length);
    int value = Bytes.skipSpaces(bytes, colon + 1, length);
    return colon < length && bytes[colon] == ':' && Bytes.matches(bytes, value, length, TRUE);
  }
}
