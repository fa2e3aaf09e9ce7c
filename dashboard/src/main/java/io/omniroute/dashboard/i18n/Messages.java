package io.omniroute.dashboard.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The texts of one language, and how it writes numbers. Immutable. Texts come from UTF-8 property
 * files, one a subject; {@code {0}} and so on stand for arguments.
 */
public final class Messages {

  /** The subjects; each is a file {@code i18n/<language>/<subject>.properties}. */
  static final List<String> SUBJECTS =
      List.of("common", "overview", "providers", "plugins", "setup", "session", "connect");

  private final Locale locale;
  private final Map<String, String> texts;

  private Messages(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = Map.copyOf(texts);
  }

  /** Reads the texts of a language. */
  static Messages load(String language) {
    Map<String, String> texts = new HashMap<>();
    for (String subject : SUBJECTS) {
      read("/i18n/" + language + "/" + subject + ".properties")
          .forEach((key, text) -> texts.put((String) key, (String) text));
    }
    return new Messages(Locale.forLanguageTag(language), texts);
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no message file " + resource);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** All keys. */
  Set<String> keys() {
    return texts.keySet();
  }

  /** Whether there is such a text. */
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /** The text of a key with its arguments put in; the key itself where there is none. */
  public String text(String key, Object... arguments) {
    String text = texts.getOrDefault(key, key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }

  /**
   * A text that depends on a number, which is its argument {@code {0}}: the form {@code key.one} or
   * {@code key.other} of the language (French counts zero as one).
   */
  public String count(String key, long number) {
    boolean one = locale.getLanguage().equals("fr") ? number < 2 : number == 1;
    return text(key + (one ? ".one" : ".other"), number(number));
  }

  /** A whole number. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A share between 0 and 1. */
  public String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(1);
    format.setRoundingMode(RoundingMode.DOWN);
    return format.format(share);
  }

  /** A number with one digit after the point. */
  public String decimal(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }
}
