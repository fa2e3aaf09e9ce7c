package io.omniroute.dashboard.form;

import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.FieldView.Option;
import io.omniroute.platform.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** A field of a configuration. */
  public FieldView draw(ConfigField field) {
    Control control =
        switch (field.kind()) {
          case TEXT, DURATION -> Control.TEXT;
          case SECRET -> Control.PASSWORD;
          case NUMBER -> Control.NUMBER;
          case CHOICE -> Control.SELECT;
          case BOOLEAN -> Control.CHECK;
        };
    String preset = field.defaultValue() == null ? "" : field.defaultValue();
    String value = values.getOrDefault(field.name(), preset);
    List<Option> options =
        field.choices().stream()
            .map(choice -> new Option(choice.value(), choice.label(), choice.value().equals(value)))
            .toList();
    FieldView view = draw(field.name(), field.label(), field.help(), control, field.required());
    return new FieldView(
        view.id(),
        view.name(),
        view.label(),
        view.help(),
        view.error(),
        control,
        control == Control.PASSWORD ? "" : value,
        null,
        field.required(),
        control == Control.PASSWORD ? "off" : null,
        options);
  }

  /** A field of our own. */
  public FieldView draw(
      String name, String label, @Nullable String help, Control control, boolean required) {
    return new FieldView(
        prefix + "-" + name,
        name,
        label,
        help,
        errors.get(name),
        control,
        control == Control.PASSWORD ? "" : values.getOrDefault(name, ""),
        null,
        required,
        null,
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
