package io.omniroute.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Command-line options of the form {@code --name value}; unknown names are refused. */
final class Arguments {

  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads the options.
   *
   * @param from index of the first option
   * @param known names without dashes; one that ends in {@code !} takes no value
   */
  static Arguments parse(String[] arguments, int from, Set<String> known) {
    Map<String, String> values = new HashMap<>();
    int index = from;
    while (index < arguments.length) {
      String argument = arguments[index++];
      String name = argument.startsWith("--") ? argument.substring(2) : "";
      if (known.contains(name + "!")) {
        values.put(name, "");
      } else if (known.contains(name) && index < arguments.length) {
        values.put(name, arguments[index++]);
      } else {
        throw new IllegalArgumentException("unknown option or missing value: " + argument);
      }
    }
    return new Arguments(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String text(String name, String standard) {
    return values.getOrDefault(name, standard);
  }

  /** A whole number from 0 to {@code most}. */
  int number(String name, int standard, int most) {
    String value = values.get(name);
    int number = value == null ? standard : Integer.parseInt(value);
    if (number < 0 || number > most) {
      throw new IllegalArgumentException("--" + name + " must be 0 to " + most);
    }
    return number;
  }

  /** A duration given in seconds, up to a day. */
  Duration seconds(String name, int standard) {
    return Duration.ofSeconds(number(name, standard, 86_400));
  }
}
