package io.omniroute.bench;

import java.nio.charset.StandardCharsets;

/** Searching in byte arrays without making strings, so that the harness itself stays cheap. */
final class Bytes {

  private Bytes() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Index of the first {@code wanted} in {@code buffer[from..to)}, or -1. */
  static int indexOf(byte[] buffer, int from, int to, byte[] wanted) {
    byte first = wanted[0];
    int last = to - wanted.length;
    for (int at = from; at <= last; at++) {
      if (buffer[at] == first && matches(buffer, at, to, wanted)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether {@code wanted} stands at {@code at}, wholly before {@code to}. */
  static boolean matches(byte[] buffer, int at, int to, byte[] wanted) {
    if (to - at < wanted.length) {
      return false;
    }
    for (int index = 0; index < wanted.length; index++) {
      if (buffer[at + index] != wanted[index]) {
        return false;
      }
    }
    return true;
  }

  /** Like {@link #matches}, letters compared without case; {@code wanted} must be lower case. */
  static boolean matchesIgnoringCase(byte[] buffer, int at, int to, byte[] wanted) {
    if (to - at < wanted.length) {
      return false;
    }
    for (int index = 0; index < wanted.length; index++) {
      int have = buffer[at + index];
      int lower = have >= 'A' && have <= 'Z' ? have + 32 : have;
      if (lower != wanted[index]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The decimal number that starts at {@code at}, after spaces.
   *
   * @return the number, or -1 if there is none or it has more than 18 digits
   */
  static long number(byte[] buffer, int at, int to) {
    int start = skipSpaces(buffer, at, to);
    int index = start;
    long value = 0;
    while (index < to && buffer[index] >= '0' && buffer[index] <= '9' && index - start < 19) {
      value = value * 10 + (buffer[index] - '0');
      index++;
    }
    return index == start || index - start > 18 ? -1 : value;
  }

  static int skipSpaces(byte[] buffer, int at, int to) {
    int index = at;
    while (index < to && (buffer[index] == ' ' || buffer[index] == '\t')) {
      index++;
    }
    return index;
  }
}
