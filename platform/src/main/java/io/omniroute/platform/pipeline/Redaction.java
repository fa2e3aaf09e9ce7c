package io.omniroute.platform.pipeline;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of an upstream's words: some echo the key they were sent. */
final class Redaction {

  private static final String MASK = "[redacted]";
  private static final int SHORTEST_SECRET = 6;
  private static final Pattern KEY_LIKE =
      Pattern.compile("\\b(sk|pk|rk|gsk|xai|key|AIza)[-_A-Za-z0-9*.]{12,}");

  private Redaction() {}

  static String of(String message, @Nullable String credential) {
    String clean = message;
    if (credential != null && credential.length() >= SHORTEST_SECRET) {
      clean = clean.replace(credential, MASK);
    }
    return KEY_LIKE.matcher(clean).replaceAll(MASK);
  }
}
