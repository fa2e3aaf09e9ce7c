package io.omniroute.api.chat;

import io.omniroute.api.json.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields that the neutral model does not know, by the format they were read from. A writer of the
 * same format puts them back; a writer of another format reports them as dropped.
 *
 * @param byFormat for each format id the fields in their order
 */
public record Extras(Map<String, JsonObject> byFormat) {

  /** No fields. */
  public static final Extras NONE = new Extras(Map.of());

  /** Copies the map. */
  public Extras {
    byFormat = Collections.unmodifiableMap(new LinkedHashMap<>(byFormat));
  }

  /** The fields of one format; none are kept as {@link #NONE}. */
  public static Extras of(String format, JsonObject fields) {
    return fields.isEmpty() ? NONE : new Extras(Map.of(format, fields));
  }

  /** The fields read from a format, or null. */
  public @Nullable JsonObject of(String format) {
    return byFormat.get(format);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return byFormat.isEmpty();
  }
}
