package io.omniroute.platform.http;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ids of requests. They begin with the time, so that rows come to the log's index in its order. The
 * gateway's own id is unique; what a client sends is only echoed. They are no secrets, so a fast
 * source of chance will do.
 */
final class RequestIds {

  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final String PREFIX = "req_";
  private static final int TIME_DIGITS = 9;
  private static final int RANDOM_DIGITS = 13;
  private static final int LONGEST_ECHO = 128;

  private RequestIds() {}

  static String next() {
    char[] text = new char[PREFIX.length() + TIME_DIGITS + RANDOM_DIGITS];
    PREFIX.getChars(0, PREFIX.length(), text, 0);
    digits(System.currentTimeMillis(), text, PREFIX.length(), TIME_DIGITS);
    long random = ThreadLocalRandom.current().nextLong() & Long.MAX_VALUE;
    digits(random, text, PREFIX.length() + TIME_DIGITS, RANDOM_DIGITS);
    return new String(text);
  }

  private static void digits(long number, char[] text, int from, int count) {
    long rest = number;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
  }

  /** What to answer as {@code X-Request-Id}: the client's own id where it is a sane one. */
  static String echo(@Nullable String sent, String own) {
    if (sent == null || sent.isEmpty() || sent.length() > LONGEST_ECHO) {
      return own;
    }
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      boolean plain = (Character.isLetterOrDigit(c) && c < 128) || "-_.:".indexOf(c) >= 0;
      if (!plain) {
        return own;
      }
    }
    return sent;
  }
}
