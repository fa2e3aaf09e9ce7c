package io.omniroute.bench;

import java.time.Duration;

/**
 * When counting starts and ends.
 *
 * @param warmup load that is sent and checked, but not counted
 * @param measured longest counted time
 * @param maxRequests counting ends early after so many answers
 * @param timeout an answer that takes longer is an error
 */
record Window(Duration warmup, Duration measured, long maxRequests, Duration timeout) {

  static Window of(Duration warmup, Duration measured) {
    return new Window(warmup, measured, Long.MAX_VALUE, Duration.ofSeconds(15));
  }
}
