package io.omniroute.platform.upstream;

import java.util.Arrays;

/** Parses heads of responses (RFC 9112, 4 and 5). A line may end with a bare LF. */
final class HeadParser {

  private static final byte[] VERSION = {'H', 'T', 'T', 'P', '/', '1', '.'};
  private static final int SHORTEST_STATUS_LINE = 12;
  private static final int MAX_FIELDS = 500;
  private static final int OFFSETS = 4;

  private final byte[] head;
  private int[] offsets = new int[24 * OFFSETS];
  private int size;

  private HeadParser(byte[] head) {
    this.head = head;
  }

  /**
   * Where a head ends.
   *
   * @param from where it begins
   * @param searched bytes before this were searched in vain already
   * @return the offset after its blank line, or -1 if that has not come
   */
  static int end(byte[] bytes, int from, int searched, int to) {
    for (int i = Math.max(from, searched - 2); i < to; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      if (i + 1 < to && bytes[i + 1] == '\n') {
        return i + 2;
      }
      if (i + 2 < to && bytes[i + 1] == '\r' && bytes[i + 2] == '\n') {
        return i + 3;
      }
    }
    return -1;
  }

  /**
   * Parses a whole head.
   *
   * @param head the head with its blank line; the result keeps the array
   */
  static ResponseHead parse(byte[] head) throws ProtocolFault {
    HeadParser parser = new HeadParser(head);
    int line = parser.lineEnd(0);
    int minor = minorVersion(head, line);
    int status = status(head);
    int from = parser.afterLine(line);
    int end = parser.lineEnd(from);
    while (end > from) {
      parser.field(from, end);
      from = parser.afterLine(end);
      end = parser.lineEnd(from);
    }
    return new ResponseHead(status, minor, new Headers(head, parser.offsets, parser.size));
  }

  private static int minorVersion(byte[] head, int end) throws ProtocolFault {
    if (end < SHORTEST_STATUS_LINE
        || !Arrays.equals(head, 0, VERSION.length, VERSION, 0, VERSION.length)
        || (head[7] != '0' && head[7] != '1')
        || head[8] != ' ') {
      throw new ProtocolFault("the upstream does not speak HTTP/1.1");
    }
    return head[7] - '0';
  }

  private static int status(byte[] head) throws ProtocolFault {
    int status = 0;
    for (int i = 9; i < SHORTEST_STATUS_LINE; i++) {
      int digit = head[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new ProtocolFault("the response has a bad status");
      }
      status = status * 10 + digit;
    }
    if (status < 100) {
      throw new ProtocolFault("the response has a bad status");
    }
    return status;
  }

  /** Where a line's content ends: before LF or CR LF. The head ends with LF, so there is one. */
  private int lineEnd(int from) {
    int i = from;
    while (head[i] != '\n') {
      i++;
    }
    return i > from && head[i - 1] == '\r' ? i - 1 : i;
  }

  private int afterLine(int end) {
    return head[end] == '\r' ? end + 2 : end + 1;
  }

  private void field(int from, int end) throws ProtocolFault {
    int colon = from;
    while (colon < end && HttpSyntax.isToken(head[colon])) {
      colon++;
    }
    if (colon == from || colon == end || head[colon] != ':') {
      throw new ProtocolFault("the response has a bad header field");
    }
    int valueFrom = colon + 1;
    int valueTo = end;
    while (valueFrom < valueTo && isBlank(head[valueFrom])) {
      valueFrom++;
    }
    while (valueTo > valueFrom && isBlank(head[valueTo - 1])) {
      valueTo--;
    }
    for (int i = valueFrom; i < valueTo; i++) {
      if (head[i] == 0 || head[i] == '\r') {
        throw new ProtocolFault("the response has a bad header value");
      }
    }
    if (size == MAX_FIELDS) {
      throw new ProtocolFault(
          UpstreamException.Kind.TOO_LARGE, "the response has too many header fields");
    }
    int at = size++ * OFFSETS;
    if (at == offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[at] = from;
    offsets[at + 1] = colon;
    offsets[at + 2] = valueFrom;
    offsets[at + 3] = valueTo;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }
}
