package io.omniroute.testkit;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of the plugin API as JSON that people read: what is null, empty or the default is
 * left out, and a value of a sealed type says which one it {@code is}. For golden files; nothing
 * reads it back.
 */
public final class NeutralJson {
  private static final String KIND = "is";
  private static final int WIDTH = 96;

  private NeutralJson() {}

  /** A record, a list of records or a plain value as indented text. */
  public static String of(Object value) {
    StringBuilder text = new StringBuilder();
    write(json(value), 0, text);
    return text.append('\n').toString();
  }

  /** JSON text, indented in the same way. */
  public static String pretty(Json value) {
    StringBuilder text = new StringBuilder();
    write(value, 0, text);
    return text.append('\n').toString();
  }

  private static Json json(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.NULL;
      case Json json -> json;
      case String text -> new JsonString(text);
      case Boolean flag -> JsonBoolean.of(flag);
      case Double number -> JsonNumber.of(number);
      case Number number -> JsonNumber.of(number.longValue());
      case Enum<?> constant -> new JsonString(constant.name());
      case Collection<?> items -> new JsonArray(items.stream().map(NeutralJson::json).toList());
      case Map<?, ?> map -> map(map);
      case Record record -> record(record);
      default -> new JsonString(value.toString());
    };
  }

  private static Json map(Map<?, ?> map) {
    JsonObject.Builder object = JsonObject.builder();
    map.forEach((name, value) -> object.put(String.valueOf(name), json(value)));
    return object.build();
  }

  private static Json record(Record record) {
    JsonObject.Builder object = JsonObject.builder();
    if (sealed(record.getClass())) {
      object.put(KIND, record.getClass().getSimpleName());
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Json value = json(read(record, component));
      if (!isNothing(value)) {
        object.put(component.getName(), value);
      }
    }
    return object.build();
  }

  private static boolean sealed(Class<?> type) {
    for (Class<?> parent : type.getInterfaces()) {
      if (parent.isSealed()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNothing(Json value) {
    return switch (value) {
      case JsonNull ignored -> true;
      case JsonArray array -> array.isEmpty();
      case JsonObject object -> object.isEmpty();
      case JsonBoolean flag -> !flag.value();
      case JsonString text -> text.value().equals("DEFAULT");
      case JsonNumber number -> number.digits().equals("-1");
    };
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static void write(Json value, int depth, StringBuilder text) {
    String line = value.toText();
    if (depth * 2 + line.length() <= WIDTH) {
      text.append(line);
      return;
    }
    switch (value) {
      case JsonObject object -> {
        text.append('{');
        String separator = "";
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
          text.append(separator);
          indent(depth + 1, text).append(new JsonString(field.getKey()).toText()).append(": ");
          write(field.getValue(), depth + 1, text);
          separator = ",";
        }
        indent(depth, text).append('}');
      }
      case JsonArray array -> {
        text.append('[');
        String separator = "";
        for (Json item : array) {
          indent(depth + 1, text.append(separator));
          write(item, depth + 1, text);
          separator = ",";
        }
        indent(depth, text).append(']');
      }
      default -> text.append(line);
    }
  }

  private static StringBuilder indent(int depth, StringBuilder text) {
    return text.append('\n').append("  ".repeat(depth));
  }
}
