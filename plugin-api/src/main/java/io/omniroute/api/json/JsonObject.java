package io.omniroute.api.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object.
 *
 * @param fields the fields in their order; a name that was written twice has its last value
 */
public record JsonObject(Map<String, Json> fields) implements Json {

  /** An object without fields. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  /** Copies the map and keeps its order. */
  public JsonObject {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Starts a new object. */
  public static Builder builder() {
    return new Builder(new LinkedHashMap<>());
  }

  /** Starts a new object from this one's fields. */
  public Builder toBuilder() {
    return new Builder(new LinkedHashMap<>(fields));
  }

  /** The value of a field, or null where there is none. */
  public @Nullable Json get(String name) {
    return fields.get(name);
  }

  /** Whether the field exists, even with the value {@code null}. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The text of a string field, or null where the field is absent or no string. */
  public @Nullable String text(String name) {
    return fields.get(name) instanceof JsonString string ? string.value() : null;
  }

  /** The text of a string field, or the alternative. */
  public String text(String name, String alternative) {
    String value = text(name);
    return value == null ? alternative : value;
  }

  /** A number field, or null where the field is absent or no number. */
  public @Nullable JsonNumber number(String name) {
    return fields.get(name) instanceof JsonNumber number ? number : null;
  }

  /** A number field cut to a long, or the alternative. */
  public long number(String name, long alternative) {
    JsonNumber value = number(name);
    return value == null ? alternative : value.longValue();
  }

  /** A boolean field, or null where the field is absent or no boolean. */
  public @Nullable Boolean bool(String name) {
    return fields.get(name) instanceof JsonBoolean bool ? (Boolean) bool.value() : null;
  }

  /** A boolean field, or the alternative. */
  public boolean bool(String name, boolean alternative) {
    return fields.get(name) instanceof JsonBoolean bool ? bool.value() : alternative;
  }

  /** An object field, or null where the field is absent or no object. */
  public @Nullable JsonObject object(String name) {
    return fields.get(name) instanceof JsonObject object ? object : null;
  }

  /** An array field, or null where the field is absent or no array. */
  public @Nullable JsonArray array(String name) {
    return fields.get(name) instanceof JsonArray array ? array : null;
  }

  /** Whether there are no fields. */
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  /** Builds an object; not thread-safe. A null value leaves the field out. */
  public static final class Builder {

    private final Map<String, Json> fields;

    private Builder(Map<String, Json> fields) {
      this.fields = fields;
    }

    /** Sets a field, unless the value is null. */
    public Builder put(String name, @Nullable Json value) {
      if (value != null) {
        fields.put(name, value);
      }
      return this;
    }

    /** Sets a string field, unless the value is null. */
    public Builder put(String name, @Nullable String value) {
      return value == null ? this : put(name, new JsonString(value));
    }

    /** Sets a whole-number field. */
    public Builder put(String name, long value) {
      return put(name, JsonNumber.of(value));
    }

    /** Sets a number field, unless the value is null. */
    public Builder put(String name, @Nullable Number value) {
      if (value == null) {
        return this;
      }
      boolean fraction = value instanceof Double || value instanceof Float;
      return put(
          name, fraction ? JsonNumber.of(value.doubleValue()) : JsonNumber.of(value.longValue()));
    }

    /** Sets a boolean field, unless the value is null. */
    public Builder put(String name, @Nullable Boolean value) {
      return value == null ? this : put(name, JsonBoolean.of(value));
    }

    /** Removes a field. */
    public Builder remove(String name) {
      fields.remove(name);
      return this;
    }

    /** The object so far. */
    public JsonObject build() {
      return fields.isEmpty() ? EMPTY : new JsonObject(fields);
    }
  }
}
