package io.omniroute.api.json;

import java.math.BigDecimal;

/**
 * A JSON number, with the digits it was written with.
 *
 * @param digits the number's text, such as {@code -1.5e3}
 */
public record JsonNumber(String digits) implements Json {

  /** A whole number. */
  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /**
   * A fractional number.
   *
   * @throws IllegalArgumentException for NaN and the infinities, which JSON does not have
   */
  public static JsonNumber of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("JSON has no " + value);
    }
    long whole = (long) value;
    return whole == value ? of(whole) : new JsonNumber(Double.toString(value));
  }

  /** The value, rounded to the nearest double. */
  public double doubleValue() {
    return Double.parseDouble(digits);
  }

  /** The value cut to a long; values beyond its range become the nearest bound. */
  public long longValue() {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException notWhole) {
      return (long) Double.parseDouble(digits);
    }
  }

  /** Whether the value has no fraction. */
  public boolean isWhole() {
    return digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))
        || new BigDecimal(digits).stripTrailingZeros().scale() <= 0;
  }
}
