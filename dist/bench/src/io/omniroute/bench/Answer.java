package io.omniroute.bench;

/** Checks the body of one answer while it comes in; used again for the next one. */
sealed interface Answer extends BodySink permits JsonAnswer, EventAnswer {

  /** Forgets the answer before. */
  void begin();

  /** Tells when the bytes that follow were read, on {@link System#nanoTime}'s scale. */
  void received(long nanos);

  /** What is wrong with the answer now that it has ended; empty if it is whole. */
  String problem();
}
