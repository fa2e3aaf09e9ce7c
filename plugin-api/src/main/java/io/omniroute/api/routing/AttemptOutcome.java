package io.omniroute.api.routing;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.Usage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt went.
 *
 * @param failure why it failed, or null where it served the request
 * @param duration how long it took
 * @param firstToken how long until the first content, or null where none came
 * @param usage what it cost
 */
public record AttemptOutcome(
    @Nullable Failure failure, Duration duration, @Nullable Duration firstToken, Usage usage) {

  /** Whether it served the request. */
  public boolean successful() {
    return failure == null;
  }
}
