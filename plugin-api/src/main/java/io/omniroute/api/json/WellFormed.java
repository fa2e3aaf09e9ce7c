package io.omniroute.api.json;

/** Mends texts that were cut in the middle of a character. */
final class WellFormed {
  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /** The text itself, or a copy whose lone surrogates are replaced. */
  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!pairAt(text, i)) {
          return mended(text);
        }
        i++;
      }
    }
    return text;
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        mended.append(c);
      } else if (pairAt(text, i)) {
        mended.append(c).append(text.charAt(++i));
      } else {
        mended.append(REPLACEMENT);
      }
    }
    return mended.toString();
  }

  private static boolean pairAt(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }
}
