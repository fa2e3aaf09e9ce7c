package io.omniroute.platform.store;

import java.util.Optional;

/**
 * A place in the request log; stays good while rows come and go.
 *
 * @param position what the store knows the place by; of no meaning elsewhere
 */
public record RequestCursor(long position) {

  /** A form for links. */
  public String encode() {
    return Long.toString(position, Character.MAX_RADIX);
  }

  /** Reads what {@link #encode} wrote; empty for anything else. */
  public static Optional<RequestCursor> decode(String text) {
    try {
      return Optional.of(new RequestCursor(Long.parseLong(text, Character.MAX_RADIX)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
