package io.omniroute.plugin.translator.openaichat;

/** Looks at JSON as bytes. */
final class ByteSearch {

  private ByteSearch() {}

  /** Where the needle first stands at or behind an offset, or -1. */
  static int find(byte[] text, byte[] needle, int from) {
    int last = text.length - needle.length;
    byte first = needle[0];
    for (int i = from; i <= last; i++) {
      if (text[i] == first && matches(text, i, needle)) {
        return i;
      }
    }
    return -1;
  }

  /** The first byte from an offset on that is no white space; the length where there is none. */
  static int skipSpace(byte[] text, int from) {
    int i = from;
    while (i < text.length && text[i] <= ' ' && text[i] >= 0) {
      i++;
    }
    return i;
  }

  private static boolean matches(byte[] text, int at, byte[] needle) {
    for (int i = 1; i < needle.length; i++) {
      if (text[at + i] != needle[i]) {
        return false;
      }
    }
    return true;
  }
}
