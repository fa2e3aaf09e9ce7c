package io.omniroute.platform.outbound;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Takes secrets out of other people's words: some servers echo the key they were sent. Pure. */
public final class Masking {

  private static final String MASK = "[redacted]";
  private static final int SHORTEST = 4;
  private static final int LONGEST_MESSAGE = 300;
  private static final Pattern KEY_LIKE =
      Pattern.compile("(?i)\\b(sk|pk|rk|gsk|key|bearer|token)[-_ =:][-_A-Za-z0-9.*]{12,}");

  private Masking() {}

  /** A message without the secrets or anything that looks like one, cut to a readable length. */
  public static String of(String message, Collection<String> secrets) {
    String clean = message;
    // Longest first: a secret may begin with another.
    for (String secret :
        secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      if (secret.length() >= SHORTEST) {
        clean = clean.replace(secret, MASK);
      }
    }
    clean = KEY_LIKE.matcher(clean).replaceAll(MASK).strip();
    return clean.length() <= LONGEST_MESSAGE ? clean : clean.substring(0, LONGEST_MESSAGE) + "…";
  }
}
