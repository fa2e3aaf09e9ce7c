package io.omniroute.api.chat;

import org.jspecify.annotations.Nullable;

/**
 * A mark that the prompt up to and including this place should be cached by the vendor.
 *
 * @param ttl how long, as the vendor writes it ({@code 5m}, {@code 1h}), or null for its default
 */
public record CacheHint(@Nullable String ttl) {

  /** The vendor's default life. */
  public static final CacheHint DEFAULT = new CacheHint(null);
}
