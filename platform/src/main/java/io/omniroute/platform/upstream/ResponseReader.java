package io.omniroute.platform.upstream;

import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes one response out of the bytes of a connection. Not thread-safe. */
final class ResponseReader {

  /** A body whose length is known and at most this is handed over whole, with one wake-up. */
  private static final int COLLECT_LIMIT = 64 * 1024;

  private static final int MAX_INTERIM_HEADS = 32;
  private static final byte[] NOTHING = new byte[0];

  private final String method;
  private final int maxHeadBytes;
  private byte[] partialHead = NOTHING;
  private int interimHeads;
  private boolean started;
  private @Nullable ResponseHead head;
  private @Nullable BodyDecoder body;
  private boolean headTaken;
  private byte @Nullable [] collected;
  private int collectedLength;
  private byte @Nullable [] piece;
  private boolean leftover;

  ResponseReader(String method, int maxHeadBytes) {
    this.method = method;
    this.maxHeadBytes = maxHeadBytes;
  }

  /** Whether any byte came. */
  boolean started() {
    return started;
  }

  /** Whether the head of the final response came. */
  boolean headSeen() {
    return head != null;
  }

  /** Whether the last byte of the body came. */
  boolean done() {
    return body != null && body.done();
  }

  /** Whether the end of the connection is the proper end of this response. */
  boolean endsWithConnection() {
    return body != null && body.endsWithConnection();
  }

  /** Whether another response may follow on the connection. */
  boolean reusable() {
    return done() && !leftover && head != null && !head.closes();
  }

  /**
   * The head, once. It is held back while a short body is collected.
   *
   * @param now whether to hand over what is held back, because no more will come
   */
  @Nullable ResponseHead takeHead(boolean now) {
    if (headTaken || (collected != null && !now)) {
      return null;
    }
    headTaken = head != null;
    return head;
  }

  /** The content since the last time. */
  byte @Nullable [] takePiece() {
    byte[] taken = piece;
    piece = null;
    return taken;
  }

  /** Takes bytes in; the array may be changed by it, and is free afterwards. */
  void read(byte[] bytes, int length) throws ProtocolFault {
    started = true;
    if (body != null) {
      content(body, bytes, 0, length);
      return;
    }
    int searched = partialHead.length;
    if (searched == 0) {
      heads(bytes, 0, length);
      return;
    }
    byte[] joined = Arrays.copyOf(partialHead, searched + length);
    System.arraycopy(bytes, 0, joined, searched, length);
    partialHead = NOTHING;
    heads(joined, searched, joined.length);
  }

  private void heads(byte[] bytes, int searchedBefore, int to) throws ProtocolFault {
    int from = 0;
    int searched = searchedBefore;
    while (from < to) {
      int end = HeadParser.end(bytes, from, searched, to);
      if ((end < 0 ? to : end) - from > maxHeadBytes) {
        throw new ProtocolFault(Kind.TOO_LARGE, "the head of the response is too large");
      }
      if (end < 0) {
        partialHead = Arrays.copyOfRange(bytes, from, to);
        return;
      }
      ResponseHead next = HeadParser.parse(Arrays.copyOfRange(bytes, from, end));
      from = end;
      searched = end;
      if (!next.interim()) {
        BodyDecoder decoder = next.body(method);
        head = next;
        body = decoder;
        content(decoder, bytes, from, to);
        return;
      }
      if (next.status() == 101 || ++interimHeads > MAX_INTERIM_HEADS) {
        throw new ProtocolFault("the upstream sent an interim response nobody asked for");
      }
    }
  }

  private void content(BodyDecoder decoder, byte[] bytes, int from, int to) throws ProtocolFault {
    if (decoder.done()) {
      leftover |= from < to;
      return;
    }
    long expected = decoder.expected();
    leftover = decoder.decode(bytes, from, to) < to;
    int at = decoder.contentFrom();
    int length = decoder.contentLength();
    if (collected != null) {
      System.arraycopy(bytes, at, collected, collectedLength, length);
      collectedLength += length;
      if (decoder.done()) {
        piece = collected;
        collected = null;
      }
    } else if (!decoder.done() && expected >= 0 && expected <= COLLECT_LIMIT) {
      collected = new byte[(int) expected];
      System.arraycopy(bytes, at, collected, 0, length);
      collectedLength = length;
    } else if (length > 0) {
      piece = Arrays.copyOfRange(bytes, at, at + length);
    }
  }
}
