package io.omniroute.dashboard.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One typed field of a configuration.
 *
 * @param name its name in the submitted form
 * @param label what a reader sees
 * @param help one sentence below the field
 * @param kind what it holds
 * @param required whether it must be filled
 * @param advanced whether it is folded away at first
 * @param defaultValue what it holds when nobody fills it
 * @param choices the values of a {@link Kind#CHOICE}
 */
public record ConfigField(
    String name,
    String label,
    @Nullable String help,
    Kind kind,
    boolean required,
    boolean advanced,
    @Nullable String defaultValue,
    List<Choice> choices) {

  /** Copies the choices. */
  public ConfigField {
    choices = List.copyOf(choices);
  }

  /** A field without help, default or choices. */
  public static ConfigField of(String name, String label, Kind kind, boolean required) {
    return new ConfigField(name, label, null, kind, required, false, null, List.of());
  }

  /** What a field holds. */
  public enum Kind {
    /** One line. */
    TEXT,
    /** One line that is never shown again. */
    SECRET,
    /** A number. */
    NUMBER,
    /** One of some values. */
    CHOICE,
    /** Yes or no. */
    BOOLEAN,
    /** A time span such as {@code 30s} or {@code 2m}. */
    DURATION
  }

  /**
   * One value of a choice.
   *
   * @param value what is submitted
   * @param label what a reader sees
   */
  public record Choice(String value, String label) {}
}
