package io.omniroute.api.config;

import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Checked settings with their defaults. Immutable. Its text form shows names only, since values may
 * be secrets.
 */
public final class Config {

  /** No settings. */
  public static final Config EMPTY = new Config(JsonObject.EMPTY);

  private final JsonObject values;

  Config(JsonObject values) {
    this.values = values;
  }

  /** Settings that were checked before they were stored. */
  public static Config of(JsonObject values) {
    return values.isEmpty() ? EMPTY : new Config(values);
  }

  /** The text of a setting (text, secret, choice). */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.text(name));
  }

  /** A number. */
  public Optional<Double> number(String name) {
    return values.get(name) instanceof JsonNumber number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  /** A whole number, or the alternative. */
  public long whole(String name, long alternative) {
    return values.number(name, alternative);
  }

  /** A switch; off where it is not set. */
  public boolean flag(String name) {
    return values.get(name) == JsonBoolean.TRUE;
  }

  /** A duration. */
  public Optional<Duration> duration(String name) {
    return values.get(name) instanceof JsonString text
        ? Durations.parse(text.value())
        : Optional.empty();
  }

  /** The items of a list. */
  public List<String> list(String name) {
    return values.get(name) instanceof JsonArray array ? array.strings().toList() : List.of();
  }

  @Override
  public String toString() {
    return values.fields().keySet().toString();
  }
}
