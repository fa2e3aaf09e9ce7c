package io.omniroute.platform.plugin.declarative;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses which word was meant. */
final class Spelling {

  private static final int MAX_DISTANCE = 2;

  private Spelling() {}

  /** {@code "; did you mean 'word'?"}, or nothing where no word is near. */
  static String hint(String written, Collection<String> words) {
    String given = written.toLowerCase(Locale.ROOT);
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(given, word.toLowerCase(Locale.ROOT))))
        .filter(word -> distance(given, word.toLowerCase(Locale.ROOT)) <= MAX_DISTANCE)
        .map(word -> "; did you mean '" + word + "'?")
        .orElse("");
  }

  /** How many letters must be changed, added or taken away (Levenshtein). */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
