package io.omniroute.api.config;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One typed setting. The host switches over all kinds. */
public sealed interface ConfigField {

  /** What all kinds have. */
  Common common();

  /** What is wrong with a value, to be read behind the field's name; empty if it is good. */
  Optional<String> check(Json value);

  /** The value that counts where none is set. */
  Optional<Json> defaultValue();

  /** The setting's name: a camel-case identifier. */
  default String name() {
    return common().name();
  }

  /** Whether a value must be set. */
  default boolean required() {
    return common().required();
  }

  /** The environment variable of this setting below a prefix: {@code PREFIX_SETTING_NAME}. */
  default String environmentName(String prefix) {
    return prefix + "_" + name().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /**
   * What all kinds of fields have.
   *
   * @param name a camel-case identifier
   * @param label what a form calls it
   * @param help one sentence about it; may be empty
   * @param required whether a value must be set
   */
  record Common(String name, String label, String help, boolean required) {

    /** Refuses names that are no identifiers. */
    public Common {
      if (!name.matches("[a-z][A-Za-z0-9]{0,63}")) {
        throw new IllegalArgumentException("'" + name + "' is no camel-case identifier");
      }
    }

    /** A field that need not be set. */
    public static Common optional(String name, String label, String help) {
      return new Common(name, label, help, false);
    }

    /** A field that must be set. */
    public static Common required(String name, String label, String help) {
      return new Common(name, label, help, true);
    }
  }

  /**
   * A line of text.
   *
   * @param common name and words
   * @param fallback the default, or null
   * @param pattern a regular expression the whole text must match, or null
   */
  record Text(Common common, @Nullable String fallback, @Nullable String pattern)
      implements ConfigField {

    @Override
    public Optional<String> check(Json value) {
      if (!(value instanceof JsonString text)) {
        return Optional.of("must be text");
      }
      return pattern == null || text.value().matches(pattern)
          ? Optional.empty()
          : Optional.of("must look like " + pattern);
    }

    @Override
    public Optional<Json> defaultValue() {
      return Optional.ofNullable(fallback).map(JsonString::new);
    }
  }

  /**
   * A text that is stored encrypted and never shown again.
   *
   * @param common name and words
   */
  record Secret(Common common) implements ConfigField {

    @Override
    public Optional<String> check(Json value) {
      return value instanceof JsonString ? Optional.empty() : Optional.of("must be text");
    }

    @Override
    public Optional<Json> defaultValue() {
      return Optional.empty();
    }
  }

  /**
   * A number.
   *
   * @param common name and words
   * @param fallback the default, or null
   * @param minimum the smallest value, or null
   * @param maximum the largest value, or null
   * @param whole whether fractions are refused
   */
  record Number(
      Common common,
      @Nullable Double fallback,
      @Nullable Double minimum,
      @Nullable Double maximum,
      boolean whole)
      implements ConfigField {

    @Override
    public Optional<String> check(Json value) {
      if (!(value instanceof JsonNumber number)) {
        return Optional.of("must be a number");
      }
      if (whole && !number.isWhole()) {
        return Optional.of("must be a whole number");
      }
      double amount = number.doubleValue();
      if (minimum != null && amount < minimum) {
        return Optional.of("must be at least " + JsonNumber.of(minimum).digits());
      }
      if (maximum != null && amount > maximum) {
        return Optional.of("must be at most " + JsonNumber.of(maximum).digits());
      }
      return Optional.empty();
    }

    @Override
    public Optional<Json> defaultValue() {
      return Optional.ofNullable(fallback).map(JsonNumber::of);
    }
  }

  /**
   * One of a few words.
   *
   * @param common name and words
   * @param options the allowed values
   * @param fallback the default, or null
   */
  record Choice(Common common, List<String> options, @Nullable String fallback)
      implements ConfigField {

    /** Copies the list. */
    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public Optional<String> check(Json value) {
      return value instanceof JsonString text && options.contains(text.value())
          ? Optional.empty()
          : Optional.of("must be one of " + String.join(", ", options));
    }

    @Override
    public Optional<Json> defaultValue() {
      return Optional.ofNullable(fallback).map(JsonString::new);
    }
  }

  /**
   * A switch.
   *
   * @param common name and words
   * @param fallback the default
   */
  record Flag(Common common, boolean fallback) implements ConfigField {

    @Override
    public Optional<String> check(Json value) {
      return value instanceof JsonBoolean ? Optional.empty() : Optional.of("must be true or false");
    }

    @Override
    public Optional<Json> defaultValue() {
      return Optional.of(JsonBoolean.of(fallback));
    }
  }

  /**
   * A length of time, written like {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}.
   *
   * @param common name and words
   * @param fallback the default as text, or null
   * @param minimum the shortest, or null
   * @param maximum the longest, or null
   */
  record Time(
      Common common,
      @Nullable String fallback,
      @Nullable Duration minimum,
      @Nullable Duration maximum)
      implements ConfigField {

    @Override
    public Optional<String> check(Json value) {
      Optional<Duration> time =
          value instanceof JsonString text ? Durations.parse(text.value()) : Optional.empty();
      if (time.isEmpty()) {
        return Optional.of("must be a duration such as 500ms, 30s, 5m, 2h or 1d");
      }
      boolean outside =
          (minimum != null && time.get().compareTo(minimum) < 0)
              || (maximum != null && time.get().compareTo(maximum) > 0);
      return outside ? Optional.of("is out of range") : Optional.empty();
    }

    @Override
    public Optional<Json> defaultValue() {
      return Optional.ofNullable(fallback).map(JsonString::new);
    }
  }

  /**
   * Several lines of text.
   *
   * @param common name and words
   * @param fallback the default items
   * @param maximum how many items at the most
   */
  record TextList(Common common, List<String> fallback, int maximum) implements ConfigField {

    /** Copies the list. */
    public TextList {
      fallback = List.copyOf(fallback);
    }

    @Override
    public Optional<String> check(Json value) {
      if (!(value instanceof JsonArray array) || array.strings().count() != array.size()) {
        return Optional.of("must be a list of texts");
      }
      return array.size() <= maximum
          ? Optional.empty()
          : Optional.of("must have at most " + maximum + " items");
    }

    @Override
    public Optional<Json> defaultValue() {
      return Optional.of(JsonArray.ofStrings(fallback));
    }
  }
}
