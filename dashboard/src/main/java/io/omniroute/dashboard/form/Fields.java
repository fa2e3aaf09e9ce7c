package io.omniroute.dashboard.form;

import io.omniroute.api.config.ConfigField;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonString;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.FieldView.Option;
import io.omniroute.platform.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Draws the fields of one form: what was submitted stays in them, save secrets, and what is wrong
 * stands beside them.
 */
public final class Fields {

  private final String prefix;
  private final Map<String, String> values;
  private final Map<String, String> errors;

  /**
   * The fields of a form.
   *
   * @param prefix what the ids of its elements begin with
   * @param values what the fields hold, by name
   * @param errors what is wrong, by name
   */
  public Fields(String prefix, Map<String, String> values, Map<String, String> errors) {
    this.prefix = prefix;
    this.values = Map.copyOf(values);
    this.errors = new LinkedHashMap<>(errors);
  }

  /** The first values of a submitted form. */
  public static Map<String, String> values(Form form) {
    Map<String, String> values = new LinkedHashMap<>();
    form.fields().forEach((name, all) -> values.put(name, all.isEmpty() ? "" : all.getFirst()));
    return values;
  }

  /** A value as it stands in a field; lists have one item a line. */
  public static String text(Json value) {
    return switch (value) {
      case JsonString text -> text.value();
      case JsonNumber number -> number.digits();
      case JsonBoolean flag -> String.valueOf(flag.value());
      case JsonArray list ->
          list.items().stream().map(Fields::text).collect(Collectors.joining("\n"));
      default -> "";
    };
  }

  /** A field's text as a value of its type; text where it is no number. */
  public static Json parse(ConfigField field, String text) {
    return switch (field) {
      case ConfigField.Number _ ->
          text.matches("-?[0-9]+(\\.[0-9]+)?") ? new JsonNumber(text) : new JsonString(text);
      case ConfigField.Flag _ -> JsonBoolean.of(text.equals("true"));
      case ConfigField.TextList _ ->
          new JsonArray(
              text.lines()
                  .map(String::strip)
                  .filter(line -> !line.isEmpty())
                  .<Json>map(JsonString::new)
                  .toList());
      default -> new JsonString(text);
    };
  }

  /**
   * A setting of a plugin or provider.
   *
   * @param name its name in the form
   */
  public FieldView draw(String name, ConfigField field) {
    String preset = field.defaultValue().map(Fields::text).orElse("");
    String value = values.getOrDefault(name, preset);
    String help = field.common().help();
    FieldView view =
        draw(
            name,
            field.common().label(),
            help.isEmpty() ? null : help,
            control(field),
            field.required());
    List<Option> options =
        field instanceof ConfigField.Choice choice
            ? choice.options().stream()
                .map(option -> new Option(option, option, option.equals(value)))
                .toList()
            : List.of();
    return view.holding(view.control() == Control.PASSWORD ? "" : value, options);
  }

  private static Control control(ConfigField field) {
    return switch (field) {
      case ConfigField.Secret _ -> Control.PASSWORD;
      case ConfigField.Number _ -> Control.NUMBER;
      case ConfigField.Choice _ -> Control.SELECT;
      case ConfigField.Flag _ -> Control.CHECK;
      case ConfigField.TextList _ -> Control.LINES;
      default -> Control.TEXT;
    };
  }

  /** A field of our own. */
  public FieldView draw(
      String name, String label, @Nullable String help, Control control, boolean required) {
    boolean secret = control == Control.PASSWORD;
    return new FieldView(
        prefix + "-" + name,
        name,
        label,
        help,
        errors.get(name),
        control,
        secret ? "" : values.getOrDefault(name, ""),
        null,
        required,
        secret ? "off" : null,
        List.of());
  }

  /** What is wrong, each with the field it belongs to, for the summary above the form. */
  public List<Mistake> mistakes() {
    return errors.entrySet().stream()
        .map(error -> new Mistake(prefix + "-" + error.getKey(), error.getValue()))
        .toList();
  }

  /**
   * One line of the summary above a form.
   *
   * @param id the field's element
   * @param text what is wrong
   */
  public record Mistake(String id, String text) {}
}
