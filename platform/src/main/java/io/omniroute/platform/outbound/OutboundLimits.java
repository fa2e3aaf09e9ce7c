package io.omniroute.platform.outbound;

import java.time.Duration;

/**
 * How far an exchange may go.
 *
 * @param connect how long the connection may take
 * @param whole how long everything may take, connection included
 * @param maxBytes the longest answer that is read, in bytes
 */
public record OutboundLimits(Duration connect, Duration whole, long maxBytes) {

  /** For tests of accounts and lists of models. */
  public static final OutboundLimits CHECK =
      new OutboundLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 8L * 1024 * 1024);

  /** For finding servers on this machine. */
  public static final OutboundLimits NEARBY =
      new OutboundLimits(Duration.ofMillis(300), Duration.ofMillis(800), 1024L * 1024);
}
