package io.omniroute.api.translate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The names of one request's tools as an upstream takes them, and the way back. A name that is
 * legal stays as it is; others get their illegal characters replaced, are cut with a hash at the
 * end, and never collide. Belongs to one request; not thread-safe.
 */
public final class ToolNames {
  private final String illegal;
  private final int longest;
  private final Map<String, String> sent = new HashMap<>();
  private final Map<String, String> originals = new HashMap<>();

  /**
   * Names by a rule.
   *
   * @param legalCharacters the characters that may stand in a name, as the inside of a regular
   *     expression's brackets, such as {@code a-zA-Z0-9_-}
   * @param longest the most characters; at least 20
   */
  public ToolNames(String legalCharacters, int longest) {
    this.illegal = "[^" + legalCharacters + "]";
    this.longest = longest;
  }

  /** The name to send for a tool's own name. */
  public String send(String name) {
    String known = sent.get(name);
    if (known != null) {
      return known;
    }
    String legal = name.replaceAll(illegal, "_");
    if (legal.isEmpty()) {
      legal = "_";
    }
    if (legal.length() > longest || taken(legal, name)) {
      legal = legal.substring(0, Math.min(legal.length(), longest - 9)) + "_" + hash(name, 8);
    }
    sent.put(name, legal);
    originals.put(legal, name);
    return legal;
  }

  /** The tool's own name behind a name an upstream sent. */
  public String receive(String name) {
    return originals.getOrDefault(name, name);
  }

  private boolean taken(String legal, String name) {
    String owner = originals.get(legal);
    return owner != null && !owner.equals(name);
  }

  /** The first hexadecimal digits of a text's SHA-256, for ids that must be the same every time. */
  public static String hash(String text, int digits) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
