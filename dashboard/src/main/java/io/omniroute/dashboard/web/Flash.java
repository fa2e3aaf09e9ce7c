package io.omniroute.dashboard.web;

import io.omniroute.dashboard.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A message about what just happened. It survives one redirect in a cookie, as a message key and
 * its arguments.
 *
 * @param tone what it means
 * @param key the message key, always below {@code flash.}
 * @param arguments what is put into the text
 */
public record Flash(Tone tone, String key, List<String> arguments) {

  static final String COOKIE = "omniroute_flash";

  private static final int LONGEST = 1500;

  /** Copies the arguments. */
  public Flash {
    arguments = List.copyOf(arguments);
  }

  /** Something worked. */
  public static Flash good(String key, String... arguments) {
    return new Flash(Tone.GOOD, key, List.of(arguments));
  }

  /** Something did not work; it stays until it is closed. */
  public static Flash bad(String key, String... arguments) {
    return new Flash(Tone.BAD, key, List.of(arguments));
  }

  /** The text in a language. */
  public String text(Messages messages) {
    return messages.text(key, arguments.toArray());
  }

  String encode() {
    String plain =
        tone + "\n" + key + "\n" + String.join("\n", arguments.stream().map(Flash::line).toList());
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cut.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String argument) {
    return argument.replaceAll("\\R", " ");
  }

  /** Reads a cookie; whatever is not one of our messages is ignored. */
  static Optional<Flash> decode(String cookie, Messages messages) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8);
      String[] lines = plain.split("\n", -1);
      if (lines.length < 2 || !lines[1].startsWith("flash.") || !messages.has(lines[1])) {
        return Optional.empty();
      }
      List<String> arguments = Arrays.asList(lines).subList(2, lines.length);
      return Optional.of(new Flash(Tone.valueOf(lines[0]), lines[1], arguments));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
