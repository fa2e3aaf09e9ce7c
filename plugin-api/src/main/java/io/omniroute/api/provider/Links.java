package io.omniroute.api.provider;

import org.jspecify.annotations.Nullable;

/**
 * Where to read more.
 *
 * @param website the vendor's page, or null
 * @param keys where a person gets a key, or null
 * @param documentation the vendor's API reference, or null
 */
public record Links(
    @Nullable String website, @Nullable String keys, @Nullable String documentation) {

  /** No links. */
  public static final Links NONE = new Links(null, null, null);
}
