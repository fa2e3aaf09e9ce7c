package io.omniroute.platform.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What every adapter can keep: records are brought to it when made, so that they come back equal.
 */
final class Stored {

  private Stored() {}

  /** Cuts to the millisecond. */
  static Instant instant(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Cuts to the millisecond. */
  static @Nullable Instant moment(@Nullable Instant moment) {
    return moment == null ? null : instant(moment);
  }
}
