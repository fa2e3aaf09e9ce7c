package io.omniroute.plugin.translator.openaichat;

import java.nio.charset.StandardCharsets;

/** Looks for names of JSON fields in bytes, without reading JSON. */
final class ByteSearch {

  private ByteSearch() {}

  /** A quoted name as bytes. */
  static byte[] quoted(String name) {
    return ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
  }

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

  /** Whether the needle stands anywhere. */
  static boolean contains(byte[] text, byte[] needle) {
    return find(text, needle, 0) >= 0;
  }

  /** How often the needle stands. */
  static int count(byte[] text, byte[] needle) {
    int count = 0;
    for (int at = find(text, needle, 0); at >= 0; at = find(text, needle, at + needle.length)) {
      count++;
    }
    return count;
  }

  /**
   * The first byte at or behind an offset that is no white space; the length where there is none.
   */
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
