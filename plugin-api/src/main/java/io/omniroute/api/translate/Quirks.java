package io.omniroute.api.translate;

import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * How a provider, or one of its models, differs from its format's norm. Each format documents the
 * names it knows; unknown ones have no effect.
 *
 * @param values flags, texts and lists by name
 */
public record Quirks(JsonObject values) {

  /** The norm. */
  public static final Quirks NONE = new Quirks(JsonObject.EMPTY);

  /** A flag, or the alternative where it is not set. */
  public boolean flag(String name, boolean alternative) {
    return values.bool(name, alternative);
  }

  /** A text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.text(name));
  }

  /** A list of texts; empty where it is not set. */
  public List<String> list(String name) {
    JsonArray array = values.array(name);
    return array == null ? List.of() : array.strings().toList();
  }

  /** These, with those of a model in place of the provider's. */
  public Quirks overriddenBy(Quirks model) {
    if (model.values.isEmpty()) {
      return this;
    }
    JsonObject.Builder merged = values.toBuilder();
    model.values.fields().forEach(merged::put);
    return new Quirks(merged.build());
  }
}
