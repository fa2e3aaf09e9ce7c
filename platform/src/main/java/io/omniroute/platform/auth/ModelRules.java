package io.omniroute.platform.auth;

import java.util.List;

/**
 * Which models a key may ask for: exact names, {@code prefix/*}, or globs in which {@code *} stands
 * for any text, slashes included. No rule at all allows everything. Immutable; matching takes time
 * in proportion to rule and name, never more.
 */
public final class ModelRules {

  /** Everything may be asked for. */
  public static final ModelRules ALL = new ModelRules(List.of());

  private final List<String> patterns;

  private ModelRules(List<String> patterns) {
    this.patterns = patterns;
  }

  /** Rules from a key's list. */
  public static ModelRules of(List<String> patterns) {
    return patterns.isEmpty() ? ALL : new ModelRules(List.copyOf(patterns));
  }

  /** Whether a name may be asked for. */
  public boolean allow(String requestedModel) {
    if (patterns.isEmpty()) {
      return true;
    }
    for (String pattern : patterns) {
      if (matches(pattern, requestedModel)) {
        return true;
      }
    }
    return false;
  }

  /** Greedy matching with one step back: a regular expression could be made to run for ages. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p;
        p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        resume++;
        t = resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return patterns.toString();
  }
}
