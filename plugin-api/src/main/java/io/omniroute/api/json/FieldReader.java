package io.omniroute.api.json;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of an object strictly: a value of the wrong type is refused with the field's
 * path, and what nobody read is left over as {@link #rest}. A field with {@code null} counts as
 * absent. Not thread-safe.
 *
 * <p>The methods that read throw {@link GatewayException} with {@code INVALID_REQUEST} and the path
 * as parameter, such as {@code messages[2].content[0].type}.
 */
public final class FieldReader {
  private final JsonObject object;
  private final String path;
  private final Set<String> known = new HashSet<>();

  private FieldReader(JsonObject object, String path) {
    this.object = object;
    this.path = path;
  }

  /** Reads an object that stands at the root. */
  public static FieldReader of(JsonObject object) {
    return new FieldReader(object, "");
  }

  /** Reads a value that must be an object. */
  public static FieldReader of(Json value, String path) {
    if (value instanceof JsonObject object) {
      return new FieldReader(object, path);
    }
    throw wrong(path, "must be an object");
  }

  /** A fault of a place in the request. */
  public static GatewayException wrong(String path, String problem) {
    String message = path.isEmpty() ? "The body " + problem : "Invalid '" + path + "': " + problem;
    GatewayException fault = new GatewayException(ErrorCode.INVALID_REQUEST, message);
    return path.isEmpty() ? fault : fault.withParameter(path);
  }

  /** A fault of one of this object's fields. */
  public GatewayException fault(String name, String problem) {
    return wrong(path(name), problem);
  }

  /** The object that is read. */
  public JsonObject object() {
    return object;
  }

  /** Where the object stands; empty for the root. */
  public String path() {
    return path;
  }

  /** Where a field of the object stands. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The value of a field, or null. */
  public @Nullable Json value(String name) {
    known.add(name);
    Json value = object.get(name);
    return value instanceof JsonNull ? null : value;
  }

  /** A text, or null. */
  public @Nullable String text(String name) {
    Json value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonString text) {
      return text.value();
    }
    throw fault(name, "must be text");
  }

  /** A text that must be there; it may be empty. */
  public String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw fault(name, "is required");
    }
    return text;
  }

  /** A boolean, or null. */
  public @Nullable Boolean bool(String name) {
    Json value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonBoolean bool) {
      return bool.value();
    }
    throw fault(name, "must be true or false");
  }

  /** A number, or null. */
  public @Nullable Double number(String name) {
    Json value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonNumber number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw fault(name, "must be a number");
  }

  /** A whole number, or null. */
  public @Nullable Long whole(String name) {
    Json value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonNumber number && number.isWhole()) {
      return number.longValue();
    }
    throw fault(name, "must be a whole number");
  }

  /** A whole number that is not too large for an {@code int}, or null. */
  public @Nullable Integer small(String name) {
    Long value = whole(name);
    if (value == null) {
      return null;
    }
    if (value != value.intValue()) {
      throw fault(name, "is out of range");
    }
    return value.intValue();
  }

  /** An object, or null. */
  public @Nullable FieldReader object(String name) {
    Json value = value(name);
    return value == null ? null : of(value, path(name));
  }

  /** An object that must be there. */
  public FieldReader requiredObject(String name) {
    FieldReader reader = object(name);
    if (reader == null) {
      throw fault(name, "is required");
    }
    return reader;
  }

  /** An array, or null. */
  public @Nullable JsonArray array(String name) {
    Json value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonArray array) {
      return array;
    }
    throw fault(name, "must be an array");
  }

  /** The items of an array of objects; empty where the field is absent. */
  public List<FieldReader> objects(String name) {
    JsonArray array = array(name);
    if (array == null) {
      return List.of();
    }
    List<FieldReader> readers = new ArrayList<>(array.size());
    for (Json item : array) {
      readers.add(of(item, itemPath(name, readers.size())));
    }
    return readers;
  }

  /** The items of an array of texts; empty where the field is absent. */
  public List<String> texts(String name) {
    JsonArray array = array(name);
    if (array == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(array.size());
    for (Json item : array) {
      if (!(item instanceof JsonString text)) {
        throw wrong(itemPath(name, texts.size()), "must be text");
      }
      texts.add(text.value());
    }
    return texts;
  }

  /** The fields nobody read so far. */
  public JsonObject rest() {
    JsonObject.Builder rest = object.toBuilder();
    known.forEach(rest::remove);
    return rest.build();
  }

  private String itemPath(String name, int index) {
    return path(name) + "[" + index + "]";
  }
}
