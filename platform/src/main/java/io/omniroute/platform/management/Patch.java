package io.omniroute.platform.management;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a change: left alone, or set (to null, too).
 *
 * @param given whether the field is to be set
 * @param value what to set it to
 */
public record Patch<T extends @Nullable Object>(boolean given, @Nullable T value) {

  /** Leaves the field alone. */
  public static <T> Patch<T> keep() {
    return new Patch<>(false, null);
  }

  /** Sets the field; null clears it. */
  public static <T> Patch<T> set(@Nullable T value) {
    return new Patch<>(true, value);
  }

  /** The new value, or the old one where the field is left alone. */
  public @Nullable T or(@Nullable T old) {
    return given ? value : old;
  }

  /** The new value where there is one that is not null, else the old one. */
  public T orKeep(T old) {
    return given && value != null ? value : old;
  }

  /** The same field with its value changed. */
  public <R> Patch<R> map(Function<T, R> change) {
    return given ? set(value == null ? null : change.apply(value)) : keep();
  }
}
