package io.omniroute.platform.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A place in the request log; stays good while rows come and go.
 *
 * @param timestamp when the request came
 * @param id the request's id
 */
public record RequestCursor(Instant timestamp, String id) {

  /** Cuts the time to the millisecond that is stored. */
  public RequestCursor {
    timestamp = Stored.instant(timestamp);
  }

  /** The place of a request. */
  public static RequestCursor of(RequestRecord row) {
    return new RequestCursor(row.timestamp(), row.id());
  }

  /** A form for links: {@code <epoch milliseconds>-<id>}. */
  public String encode() {
    return timestamp.toEpochMilli() + "-" + id;
  }

  /** Reads what {@link #encode} wrote; empty for anything else. */
  public static Optional<RequestCursor> decode(String text) {
    int dash = text.indexOf('-');
    if (dash < 1 || dash == text.length() - 1) {
      return Optional.empty();
    }
    try {
      Instant timestamp = Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash)));
      return Optional.of(new RequestCursor(timestamp, text.substring(dash + 1)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
