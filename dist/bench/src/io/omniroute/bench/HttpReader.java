package io.omniroute.bench;

/**
 * Reads one HTTP/1.1 message after the other from whatever pieces the socket hands over.
 *
 * <p>Strict on purpose: a message counts as complete only when its own framing (content length or
 * last chunk) says so. A message that ends with the connection is an error, since a cut one could
 * not be told from a whole one. Not thread-safe.
 */
final class HttpReader {

  /** Which side of the conversation is read. */
  enum Kind {
    REQUEST,
    RESPONSE
  }

  private enum State {
    HEAD,
    LENGTH,
    CHUNK_SIZE,
    CHUNK_EXTENSION,
    CHUNK_DATA,
    CHUNK_END,
    TRAILER,
    COMPLETE,
    BROKEN
  }

  private static final byte[] CONTENT_LENGTH = Bytes.of("content-length:");
  private static final byte[] TRANSFER_ENCODING = Bytes.of("transfer-encoding:");
  private static final byte[] CONNECTION = Bytes.of("connection:");
  private static final byte[] CHUNKED = Bytes.of("chunked");
  private static final byte[] CLOSE = Bytes.of("close");
  private static final byte[] HTTP = Bytes.of("HTTP/1.1 ");
  private static final int LARGEST_HEAD = 16 * 1024;

  private final Kind kind;
  private final BodySink sink;
  private final byte[] head = new byte[LARGEST_HEAD];
  private State state = State.HEAD;
  private int headLength;
  private int status;
  private boolean closes;
  private boolean chunked;
  private long contentLength;
  private long remaining;
  private int digits;
  private int lineLength;
  private String problem = "";

  HttpReader(Kind kind, BodySink sink) {
    this.kind = kind;
    this.sink = sink;
  }

  /** Makes ready for the next message on the same connection. */
  void reset() {
    state = State.HEAD;
    headLength = 0;
    status = 0;
    problem = "";
  }

  /**
   * Takes {@code buffer[from..to)} and stops after one whole message.
   *
   * @return index of the first byte that was not used; less than {@code to} only when the message
   *     is complete or broken
   */
  int feed(byte[] buffer, int from, int to) {
    int at = from;
    while (at < to && state != State.COMPLETE && state != State.BROKEN) {
      switch (state) {
        case HEAD -> at = readHead(buffer, at, to);
        case LENGTH, CHUNK_DATA -> at = readData(buffer, at, to);
        default -> readFraming(buffer[at++]);
      }
    }
    return at;
  }

  boolean complete() {
    return state == State.COMPLETE;
  }

  boolean broken() {
    return state == State.BROKEN;
  }

  /** What is wrong with a broken message. */
  String problem() {
    return problem;
  }

  /** Status code of a response. */
  int status() {
    return status;
  }

  /** Whether the sender closes the connection after this message. */
  boolean closes() {
    return closes;
  }

  /** Whether the first line contains the text, for example a path. */
  boolean firstLineHas(byte[] text) {
    int end = lineEnd(0);
    return Bytes.indexOf(head, 0, end, text) >= 0;
  }

  private int readHead(byte[] buffer, int from, int to) {
    int at = from;
    while (at < to) {
      if (headLength == LARGEST_HEAD) {
        fail("head larger than " + LARGEST_HEAD + " bytes");
        return at;
      }
      byte next = buffer[at++];
      head[headLength++] = next;
      if (next == '\n' && endsHead()) {
        parseHead();
        return at;
      }
    }
    return at;
  }

  private boolean endsHead() {
    return headLength >= 4
        && head[headLength - 2] == '\r'
        && head[headLength - 3] == '\n'
        && head[headLength - 4] == '\r';
  }

  private void parseHead() {
    contentLength = -1;
    chunked = false;
    closes = false;
    int start = lineEnd(0) + 2;
    while (start < headLength - 2) {
      int end = lineEnd(start);
      parseHeader(start, end);
      start = end + 2;
    }
    if (kind == Kind.RESPONSE && !parseStatus()) {
      fail("no HTTP/1.1 status line");
    } else if (status >= 100 && status < 200) {
      reset();
    } else {
      chooseFraming();
    }
  }

  private boolean parseStatus() {
    if (!Bytes.matches(head, 0, headLength, HTTP)) {
      return false;
    }
    status = (int) Bytes.number(head, HTTP.length, HTTP.length + 3);
    return status >= 100;
  }

  private void parseHeader(int start, int end) {
    int first = head[start] | 0x20;
    if (first != 'c' && first != 't') {
      return;
    }
    if (Bytes.matchesIgnoringCase(head, start, end, CONTENT_LENGTH)) {
      contentLength = Bytes.number(head, start + CONTENT_LENGTH.length, end);
    } else if (Bytes.matchesIgnoringCase(head, start, end, TRANSFER_ENCODING)) {
      int value = Bytes.skipSpaces(head, start + TRANSFER_ENCODING.length, end);
      chunked = Bytes.matchesIgnoringCase(head, value, end, CHUNKED);
    } else if (Bytes.matchesIgnoringCase(head, start, end, CONNECTION)) {
      int value = Bytes.skipSpaces(head, start + CONNECTION.length, end);
      closes = Bytes.matchesIgnoringCase(head, value, end, CLOSE);
    }
  }

  private void chooseFraming() {
    if (chunked) {
      startChunk();
    } else if (contentLength > 0) {
      remaining = contentLength;
      state = State.LENGTH;
    } else if (contentLength == 0 || kind == Kind.REQUEST || status == 204 || status == 304) {
      state = State.COMPLETE;
    } else {
      fail("answer has neither a content length nor chunks");
    }
  }

  private int readData(byte[] buffer, int from, int to) {
    int count = (int) Math.min(remaining, to - from);
    sink.accept(buffer, from, from + count);
    remaining -= count;
    if (remaining == 0) {
      state = state == State.LENGTH ? State.COMPLETE : State.CHUNK_END;
    }
    return from + count;
  }

  private void readFraming(byte next) {
    switch (state) {
      case CHUNK_SIZE -> readSize(next);
      case CHUNK_EXTENSION -> {
        if (next == '\n') {
          endSizeLine();
        }
      }
      case CHUNK_END -> {
        if (next == '\n') {
          startChunk();
        } else if (next != '\r') {
          fail("chunk longer than its size");
        }
      }
      default -> readTrailer(next);
    }
  }

  private void readSize(byte next) {
    int digit = Character.digit(next, 16);
    if (digit >= 0 && digits < 8) {
      remaining = remaining * 16 + digit;
      digits++;
    } else if (digits == 0 || digit >= 0) {
      fail("bad chunk size");
    } else if (next == '\n') {
      endSizeLine();
    } else {
      state = State.CHUNK_EXTENSION;
    }
  }

  private void endSizeLine() {
    lineLength = 0;
    state = remaining == 0 ? State.TRAILER : State.CHUNK_DATA;
  }

  private void readTrailer(byte next) {
    if (next == '\n') {
      if (lineLength == 0) {
        state = State.COMPLETE;
      }
      lineLength = 0;
    } else if (next != '\r') {
      lineLength++;
    }
  }

  private void startChunk() {
    remaining = 0;
    digits = 0;
    state = State.CHUNK_SIZE;
  }

  private int lineEnd(int start) {
    int at = start;
    while (at < headLength && head[at] != '\r') {
      at++;
    }
    return at;
  }

  private void fail(String reason) {
    problem = reason;
    state = State.BROKEN;
  }
}
