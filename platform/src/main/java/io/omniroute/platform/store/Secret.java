package io.omniroute.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A text that must not appear in a log, page, error or export: its {@link #toString()} shows
 * nothing of it, so a record that carries one may be printed. Immutable; compared in constant time.
 */
public final class Secret {

  private static final int SHOWN_HEAD = 8;
  private static final int SHOWN_TAIL = 4;
  private static final int SHORTEST_SHOWN = 2 * (SHOWN_HEAD + SHOWN_TAIL);

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Wraps a value. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** Wraps a value, or gives null for null and for a blank text. */
  public static @Nullable Secret ofNullable(@Nullable String value) {
    return value == null || value.isBlank() ? null : new Secret(value);
  }

  /** The value itself; call it only where it leaves for its destination. */
  public String reveal() {
    return value;
  }

  /**
   * A hint by which its owner recognises it: first eight and last four characters, or only {@code
   * ****} when that would show half of it or more.
   */
  public String masked() {
    if (value.length() < SHORTEST_SHOWN) {
      return "****";
    }
    return value.substring(0, SHOWN_HEAD) + "****" + value.substring(value.length() - SHOWN_TAIL);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(value.getBytes(UTF_8), that.value.getBytes(UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "****";
  }
}
