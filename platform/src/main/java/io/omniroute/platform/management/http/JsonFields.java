package io.omniroute.platform.management.http;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds an object whose fields are always all there: what has no value is {@code null}, so that a
 * script need not ask whether a field exists. Not thread-safe.
 */
final class JsonFields {

  private final Map<String, Json> fields = new LinkedHashMap<>();

  JsonFields put(String name, @Nullable String value) {
    return put(name, value == null ? null : new JsonString(value));
  }

  JsonFields put(String name, @Nullable Instant value) {
    return put(name, value == null ? null : value.toString());
  }

  JsonFields put(String name, boolean value) {
    return put(name, JsonBoolean.of(value));
  }

  JsonFields put(String name, long value) {
    return put(name, JsonNumber.of(value));
  }

  JsonFields putNumber(String name, @Nullable Number value) {
    return put(name, value == null ? null : JsonNumber.of(value.longValue()));
  }

  JsonFields putTexts(String name, Collection<String> values) {
    return put(name, JsonArray.ofStrings(List.copyOf(values)));
  }

  <T> JsonFields putAll(String name, Collection<T> values, Function<T, Json> write) {
    return put(name, array(values, write));
  }

  JsonFields put(String name, @Nullable Json value) {
    fields.put(name, value == null ? JsonNull.NULL : value);
    return this;
  }

  JsonObject build() {
    return new JsonObject(fields);
  }

  static <T> JsonArray array(Collection<T> values, Function<T, Json> write) {
    return new JsonArray(values.stream().map(write).toList());
  }
}
