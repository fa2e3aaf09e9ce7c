package io.omniroute.platform.management;

import io.omniroute.api.config.ConfigField;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what forms and environment variables hold, text, into the values of a schema. Pure. */
public final class SettingValues {

  private SettingValues() {}

  /**
   * The values of a submitted form: fields without text are left out, a switch that is absent is
   * off. Whether the values fit is the schema's to say.
   *
   * @param fields the schema's fields
   * @param submitted the form's fields, each with its values
   */
  public static JsonObject fromForm(List<ConfigField> fields, Map<String, List<String>> submitted) {
    Map<String, Json> values = new LinkedHashMap<>();
    for (ConfigField field : fields) {
      List<String> texts = submitted.getOrDefault(field.name(), List.of());
      if (field instanceof ConfigField.Flag) {
        values.put(field.name(), JsonBoolean.of(texts.stream().anyMatch(SettingValues::on)));
      } else if (field instanceof ConfigField.TextList) {
        values.put(field.name(), JsonArray.ofStrings(lines(String.join("\n", texts))));
      } else if (!texts.isEmpty() && !texts.getFirst().isBlank()) {
        fromText(field, texts.getFirst()).ifPresent(value -> values.put(field.name(), value));
      }
    }
    return new JsonObject(values);
  }

  /** The value of one text; empty for a blank one. A text that does not fit is kept as text. */
  static Optional<Json> fromText(ConfigField field, String text) {
    String value = text.strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (field) {
          case ConfigField.Flag _ -> flag(value);
          case ConfigField.Number _ -> number(value);
          case ConfigField.TextList _ -> JsonArray.ofStrings(lines(value));
          case ConfigField.Secret _ -> new JsonString(text);
          case ConfigField.Text _, ConfigField.Choice _, ConfigField.Time _ ->
              new JsonString(value);
        });
  }

  private static Json flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "on", "yes", "1" -> JsonBoolean.TRUE;
      case "false", "off", "no", "0" -> JsonBoolean.FALSE;
      default -> new JsonString(value);
    };
  }

  private static boolean on(String value) {
    return flag(value.strip()) == JsonBoolean.TRUE;
  }

  private static Json number(String value) {
    return value.matches("-?(0|[1-9]\\d{0,17})(\\.\\d{1,9})?")
        ? new JsonNumber(value)
        : new JsonString(value);
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("[,\\n]"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
