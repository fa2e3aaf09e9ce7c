package io.omniroute.platform.upstream;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Pieces of a body that came and were not read yet. Not thread-safe; bounded by its user. */
final class Inbox {

  private static final int MAX_PIECES = 64;

  private final int maxBytes;
  private byte @Nullable [] first;
  private @Nullable ArrayDeque<byte[]> rest;
  private int pieces;
  private int bytes;

  Inbox(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  void add(byte[] piece) {
    if (pieces == 0) {
      first = piece;
    } else {
      if (rest == null) {
        rest = new ArrayDeque<>();
      }
      rest.add(piece);
    }
    pieces++;
    bytes += piece.length;
  }

  byte @Nullable [] poll() {
    byte[] piece = first;
    if (piece != null) {
      first = null;
    } else if (rest != null) {
      piece = rest.poll();
    }
    if (piece != null) {
      pieces--;
      bytes -= piece.length;
    }
    return piece;
  }

  boolean isEmpty() {
    return pieces == 0;
  }

  void clear() {
    first = null;
    rest = null;
    pieces = 0;
    bytes = 0;
  }

  boolean full() {
    return pieces >= MAX_PIECES || bytes >= maxBytes;
  }

  /** Whether there is room enough to make reading again worth a system call. */
  boolean roomy() {
    return pieces <= MAX_PIECES / 2 && bytes <= maxBytes / 2;
  }
}
