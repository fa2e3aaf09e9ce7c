package io.omniroute.platform.upstream;

/** Characters of RFC 9110. */
final class HttpSyntax {

  private static final boolean[] TOKEN = new boolean[128];

  static {
    for (int c = 0x21; c < 0x7f; c++) {
      TOKEN[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
    }
  }

  private HttpSyntax() {}

  /** Whether it may stand in a token: a method or the name of a header field. */
  static boolean isToken(int c) {
    return c >= 0 && c < TOKEN.length && TOKEN[c];
  }

  /** Whether a text is a token. */
  static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isToken(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
