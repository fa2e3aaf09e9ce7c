package io.omniroute.dashboard.i18n;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The languages there are, and which one a reader gets. Thread-safe; files are read once. */
public final class Languages {

  /** What a reader gets who asks for none of ours. */
  public static final String DEFAULT = "en";

  private static final List<String> TAGS = List.of("en", "fr");

  private static final ConcurrentMap<String, Messages> LOADED = new ConcurrentHashMap<>();

  private Languages() {}

  /** The tags of all languages. */
  public static List<String> tags() {
    return TAGS;
  }

  /** What a language calls itself. */
  public static String ownName(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String name = locale.getDisplayLanguage(locale);
    return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  /** The texts of a language, or of the default one where the tag is unknown. */
  public static Messages messages(String tag) {
    return LOADED.computeIfAbsent(TAGS.contains(tag) ? tag : DEFAULT, Messages::load);
  }

  /** The language of a reader: the chosen one, else the browser's, else the default. */
  public static String choose(Optional<String> chosen, Optional<String> acceptLanguage) {
    return chosen
        .filter(TAGS::contains)
        .or(() -> acceptLanguage.flatMap(Languages::best))
        .orElse(DEFAULT);
  }

  private static Optional<String> best(String header) {
    try {
      return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
