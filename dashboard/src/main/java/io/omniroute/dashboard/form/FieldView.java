package io.omniroute.dashboard.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field as the page draws it.
 *
 * @param id its element's id
 * @param name its name in the submitted form
 * @param label what stands above it
 * @param help what stands below it
 * @param error what is wrong with it
 * @param control which element draws it
 * @param value what it holds; always empty for secrets
 * @param placeholder an example
 * @param required whether it must be filled
 * @param autocomplete what a password manager is told
 * @param options the values of a selection
 */
public record FieldView(
    String id,
    String name,
    String label,
    @Nullable String help,
    @Nullable String error,
    Control control,
    String value,
    @Nullable String placeholder,
    boolean required,
    @Nullable String autocomplete,
    List<Option> options) {

  /** Copies the options. */
  public FieldView {
    options = List.copyOf(options);
  }

  /** The ids of help and error, for those who cannot see them. */
  public @Nullable String describedBy() {
    String ids = (help == null ? "" : id + "-help ") + (error == null ? "" : id + "-error");
    return ids.isEmpty() ? null : ids.strip();
  }

  /** {@code true} where something is wrong. */
  public @Nullable String invalid() {
    return error == null ? null : "true";
  }

  /** The same field with what it holds. */
  FieldView holding(String text, List<Option> choices) {
    return new FieldView(
        id, name, label, help, error, control, text, placeholder, required, autocomplete, choices);
  }

  /** The same field with an example in it. */
  public FieldView withPlaceholder(String example) {
    return new FieldView(
        id, name, label, help, error, control, value, example, required, autocomplete, options);
  }

  /** The same field with a word for the password manager. */
  public FieldView withAutocomplete(String word) {
    return new FieldView(
        id, name, label, help, error, control, value, placeholder, required, word, options);
  }

  /** Which element draws a field. */
  public enum Control {
    /** One line of text. */
    TEXT("text"),
    /** One hidden line. */
    PASSWORD("password"),
    /** A number. */
    NUMBER("number"),
    /** An address. */
    URL("url"),
    /** A selection. */
    SELECT(""),
    /** Several lines. */
    LINES(""),
    /** A box to tick. */
    CHECK("checkbox");

    private final String type;

    Control(String type) {
      this.type = type;
    }

    /** The type of the input element. */
    public String type() {
      return type;
    }
  }

  /**
   * One value of a selection.
   *
   * @param value what is submitted
   * @param label what a reader sees
   * @param selected whether it is chosen
   */
  public record Option(String value, String label, boolean selected) {}
}
