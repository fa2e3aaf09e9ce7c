package io.omniroute.platform.http;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ids of requests. The gateway's own id is unique; what a client sends is only echoed. They are no
 * secrets, so a fast source of chance will do.
 */
final class RequestIds {

  private static final char[] ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz".toCharArray();
  private static final String PREFIX = "req_";
  private static final int LENGTH = 20;
  private static final int LONGEST_ECHO = 128;

  private RequestIds() {}

  static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    char[] text = new char[PREFIX.length() + LENGTH];
    PREFIX.getChars(0, PREFIX.length(), text, 0);
    for (int i = PREFIX.length(); i < text.length; i++) {
      text[i] = ALPHABET[random.nextInt(ALPHABET.length)];
    }
    return new String(text);
  }

  /** What to answer as {@code X-Request-Id}: the client's own id where it is a sane one. */
  static String echo(@Nullable String sent, String own) {
    if (sent == null || sent.isEmpty() || sent.length() > LONGEST_ECHO) {
      return own;
    }
    for (int i = 0; i < sent.length(); i++) {
      char c = sent.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) && c < 128 || "-_.:".indexOf(c) >= 0;
      if (!plain) {
        return own;
      }
    }
    return sent;
  }
}
