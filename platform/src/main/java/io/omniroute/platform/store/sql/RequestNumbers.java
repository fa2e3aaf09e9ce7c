package io.omniroute.platform.store.sql;

import io.omniroute.platform.store.RequestRecord;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers of requests: the start in milliseconds above, a running number below, so that the order
 * of numbers is the order of time. Belongs to the writer's thread.
 */
final class RequestNumbers {

  private static final int RUNNING_BITS = 20;
  private static final long RUNNING_END = 1L << RUNNING_BITS;

  // After a clock was put back, two runs of the program share milliseconds but hardly these.
  private long running = ThreadLocalRandom.current().nextLong(RUNNING_END);

  /** The lowest number of a moment. */
  static long at(Instant moment) {
    return moment.toEpochMilli() << RUNNING_BITS;
  }

  /** A number for a request, with as many free ones behind it as it has attempts. */
  long next(RequestRecord request) {
    int needed = 1 + request.attempts().size();
    if (running + needed > RUNNING_END) {
      running = 0;
    }
    long number = at(request.timestamp()) + running;
    running += needed;
    return number;
  }
}
