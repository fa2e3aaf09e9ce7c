package io.omniroute.platform.upstream;

/**
 * Takes the framing off a body, in place: after each step the content is one slice of the array
 * that was given.
 */
final class BodyDecoder {

  private static final long UNTIL_CLOSE = -1;
  private static final int MAX_LINE = 16 * 1024;
  private static final int MAX_TRAILERS = 64 * 1024;

  private enum State {
    SIZE,
    EXTENSION,
    SIZE_LF,
    DATA,
    DATA_CR,
    DATA_LF,
    TRAILER_START,
    TRAILER,
    LAST_LF,
    PLAIN,
    DONE
  }

  private State state;
  private long remaining;
  private int digits;
  private int overhead;
  private int contentFrom;
  private int contentLength;

  private BodyDecoder(State state, long remaining) {
    this.state = state;
    this.remaining = remaining;
  }

  static BodyDecoder ofLength(long length) {
    return new BodyDecoder(length == 0 ? State.DONE : State.PLAIN, length);
  }

  static BodyDecoder chunked() {
    return new BodyDecoder(State.SIZE, 0);
  }

  static BodyDecoder untilClose() {
    return new BodyDecoder(State.PLAIN, UNTIL_CLOSE);
  }

  /** Whether the last byte was seen. */
  boolean done() {
    return state == State.DONE;
  }

  /** Whether only the end of the connection ends the body. */
  boolean endsWithConnection() {
    return state == State.PLAIN && remaining == UNTIL_CLOSE;
  }

  /** How many bytes of content are still to come, or -1 if that is not known. */
  long expected() {
    return state == State.PLAIN || state == State.DONE ? remaining : -1;
  }

  int contentFrom() {
    return contentFrom;
  }

  int contentLength() {
    return contentLength;
  }

  /**
   * Decodes a part of the body. The content is at {@link #contentFrom} afterwards.
   *
   * @return the offset of the first byte that is not the body's
   */
  int decode(byte[] bytes, int from, int to) throws ProtocolFault {
    contentFrom = from;
    if (state != State.PLAIN) {
      return decodeChunked(bytes, from, to);
    }
    if (remaining == UNTIL_CLOSE) {
      contentLength = to - from;
      return to;
    }
    contentLength = (int) Math.min(remaining, to - from);
    remaining -= contentLength;
    if (remaining == 0) {
      state = State.DONE;
    }
    return from + contentLength;
  }

  private int decodeChunked(byte[] bytes, int from, int to) throws ProtocolFault {
    contentLength = 0;
    int i = from;
    while (i < to && state != State.DONE) {
      if (state == State.DATA) {
        int length = (int) Math.min(remaining, to - i);
        System.arraycopy(bytes, i, bytes, contentFrom + contentLength, length);
        contentLength += length;
        remaining -= length;
        i += length;
        if (remaining == 0) {
          state = State.DATA_CR;
        }
      } else {
        framing(bytes[i++]);
      }
    }
    return i;
  }

  private void framing(byte b) throws ProtocolFault {
    switch (state) {
      case SIZE -> size(b);
      case EXTENSION -> {
        limit(MAX_LINE);
        if (b == '\n') {
          sizeEnds();
        } else if (b == '\r') {
          state = State.SIZE_LF;
        }
      }
      case SIZE_LF -> {
        expect(b, '\n');
        sizeEnds();
      }
      case DATA_CR -> {
        if (b == '\n') {
          state = State.SIZE;
        } else {
          expect(b, '\r');
          state = State.DATA_LF;
        }
      }
      case DATA_LF -> {
        expect(b, '\n');
        state = State.SIZE;
      }
      default -> trailer(b);
    }
  }

  private void size(byte b) throws ProtocolFault {
    int digit = Character.digit(b, 16);
    if (digit >= 0) {
      if (++digits > 15) {
        throw new ProtocolFault("the response has a bad chunk size");
      }
      remaining = remaining * 16 + digit;
    } else if (digits == 0) {
      throw new ProtocolFault("the response has a bad chunk size");
    } else if (b == '\r') {
      state = State.SIZE_LF;
    } else if (b == '\n') {
      sizeEnds();
    } else if (b == ';' || b == ' ' || b == '\t') {
      state = State.EXTENSION;
    } else {
      throw new ProtocolFault("the response has a bad chunk size");
    }
  }

  private void sizeEnds() {
    digits = 0;
    overhead = 0;
    state = remaining == 0 ? State.TRAILER_START : State.DATA;
  }

  /** Trailers are read over: nothing that providers send there is of use. */
  private void trailer(byte b) throws ProtocolFault {
    limit(MAX_TRAILERS);
    switch (state) {
      case TRAILER_START ->
          state = b == '\r' ? State.LAST_LF : b == '\n' ? State.DONE : State.TRAILER;
      case TRAILER -> {
        if (b == '\n') {
          state = State.TRAILER_START;
        }
      }
      default -> {
        expect(b, '\n');
        state = State.DONE;
      }
    }
  }

  private void limit(int most) throws ProtocolFault {
    if (++overhead > most) {
      throw new ProtocolFault(
          UpstreamException.Kind.TOO_LARGE, "the response has too much chunk framing");
    }
  }

  private static void expect(byte b, char wanted) throws ProtocolFault {
    if (b != wanted) {
      throw new ProtocolFault("the response has bad chunk framing");
    }
  }
}
