package io.omniroute.bench;

/** Takes the decoded body of a message piece by piece; the buffer is only lent for the call. */
@FunctionalInterface
interface BodySink {

  /** Takes the bytes {@code buffer[from..to)}. */
  void accept(byte[] buffer, int from, int to);
}
