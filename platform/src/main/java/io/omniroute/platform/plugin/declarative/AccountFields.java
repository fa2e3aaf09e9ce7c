package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.config.ConfigField;
import io.omniroute.api.json.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes typed settings of the entries below {@code accountFields}. */
final class AccountFields {

  private static final int MAX_ITEMS = 100;

  private AccountFields() {}

  /** The field of a checked entry. */
  static ConfigField read(Node.Block entry) {
    ConfigField.Common common =
        new ConfigField.Common(
            entry.text("name", ""),
            entry.text("label", ""),
            entry.text("help", ""),
            entry.flag("required"));
    String fallback = entry.text("default");
    return switch (entry.text("type", "text")) {
      case "secret" -> new ConfigField.Secret(common);
      case "number" ->
          new ConfigField.Number(
              common,
              decimal(entry.number("default")),
              decimal(entry.number("minimum")),
              decimal(entry.number("maximum")),
              entry.flag("whole"));
      case "choice" -> new ConfigField.Choice(common, entry.texts("options"), fallback);
      case "flag" -> new ConfigField.Flag(common, entry.flag("default"));
      case "duration" -> new ConfigField.Time(common, fallback, null, null);
      case "list" -> {
        Long maximum = entry.whole("maxItems");
        yield new ConfigField.TextList(
            common,
            entry.texts("default"),
            maximum == null ? MAX_ITEMS : Math.toIntExact(Math.min(maximum, Integer.MAX_VALUE)));
      }
      default -> new ConfigField.Text(common, fallback, entry.text("pattern"));
    };
  }

  /** What is wrong with the entry's default by its own rules, or null. */
  static @Nullable String defaultProblem(Node.Block entry) {
    Node given = entry.fields().get("default");
    if (given == null) {
      return null;
    }
    Json value = given.json();
    ConfigField field = read(entry);
    return field instanceof ConfigField.Secret
        ? "is not allowed: a secret has no default"
        : field.check(value).orElse(null);
  }

  private static @Nullable Double decimal(@Nullable BigDecimal value) {
    return value == null ? null : (Double) value.doubleValue();
  }
}
