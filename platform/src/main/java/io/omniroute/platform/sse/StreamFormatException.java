package io.omniroute.platform.sse;

import java.io.IOException;

/** A stream that cannot be framed: one line or event is larger than allowed. */
public final class StreamFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  /** A fault with its reason. */
  public StreamFormatException(String message) {
    super(message);
  }
}
