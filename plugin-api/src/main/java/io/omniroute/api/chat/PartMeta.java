package io.omniroute.api.chat;

import org.jspecify.annotations.Nullable;

/**
 * What any part may carry beside its content.
 *
 * @param cacheHint a mark to cache the prompt up to here, or null
 * @param extras fields that the neutral model does not know
 */
public record PartMeta(@Nullable CacheHint cacheHint, Extras extras) {

  /** Nothing. */
  public static final PartMeta NONE = new PartMeta(null, Extras.NONE);

  /** Unknown fields alone. */
  public static PartMeta of(@Nullable CacheHint cacheHint, Extras extras) {
    return cacheHint == null && extras.isEmpty() ? NONE : new PartMeta(cacheHint, extras);
  }
}
