package io.omniroute.platform.upstream;

import java.time.Duration;

/**
 * How long a call may take. Zero means no limit. Precision is about a tenth of a second.
 *
 * @param connect until the connection stands: name look-up, TCP over all addresses, and TLS
 * @param firstByte from the request's start until the head of the final response
 * @param idle the longest silence in a body while the reader is willing to take more
 * @param total from the call's start until the last byte of the body; zero for streams
 */
public record Timeouts(Duration connect, Duration firstByte, Duration idle, Duration total) {

  /** 10 s to connect, 120 s to the first byte, 60 s of silence, no total. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ZERO);

  /** Refuses negative durations. */
  public Timeouts {
    if (connect.isNegative() || firstByte.isNegative() || idle.isNegative() || total.isNegative()) {
      throw new IllegalArgumentException("a time-out must not be negative");
    }
  }

  /** The same with another limit for the whole call. */
  public Timeouts withTotal(Duration limit) {
    return new Timeouts(connect, firstByte, idle, limit);
  }
}
