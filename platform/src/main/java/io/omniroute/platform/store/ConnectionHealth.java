package io.omniroute.platform.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account fared lately.
 *
 * @param testStatus {@code unknown}, {@code active}, {@code error}, {@code unavailable} …
 * @param errorCode the upstream's status or code of the last error
 * @param lastError the last error, for a person; holds no secret
 * @param lastErrorAt when it happened
 * @param backoffLevel how often in a row it was cooled down
 * @param rateLimitedUntil until when it is to be left alone
 * @param lastTested when it was last tested
 */
public record ConnectionHealth(
    String testStatus,
    @Nullable String errorCode,
    @Nullable String lastError,
    @Nullable Instant lastErrorAt,
    int backoffLevel,
    @Nullable Instant rateLimitedUntil,
    @Nullable Instant lastTested) {

  /** Nothing is known yet. */
  public static final ConnectionHealth UNKNOWN =
      new ConnectionHealth("unknown", null, null, null, 0, null, null);

  /** Cuts the times to the millisecond that is stored. */
  public ConnectionHealth {
    lastErrorAt = Stored.moment(lastErrorAt);
    rateLimitedUntil = Stored.moment(rateLimitedUntil);
    lastTested = Stored.moment(lastTested);
  }

  /** Tested and well: forgets errors and cool-down. */
  public static ConnectionHealth tested(Instant when) {
    return new ConnectionHealth("active", null, null, null, 0, null, when);
  }
}
