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

  /** The offset behind the object that begins at an offset; the length where it does not end. */
  static int endOfObject(byte[] json, int start) {
    int depth = 0;
    boolean inText = false;
    for (int i = start; i < json.length; i++) {
      byte b = json[i];
      if (inText) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          inText = false;
        }
      } else if (b == '"') {
        inText = true;
      } else if (b == '{') {
        depth++;
      } else if (b == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return json.length;
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
