package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.Reasoning;
import io.omniroute.api.chat.Reasoning.Effort;
import io.omniroute.api.chat.Reasoning.Mode;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads how much to think. The public API has {@code reasoning_effort}; hosts added {@code
 * reasoning{effort,max_tokens,enabled}}, {@code thinking{type,budget_tokens}} and {@code
 * enable_thinking}, which are understood and kept as extras, so that a host of the same dialect
 * gets them as they were.
 */
final class ReasoningReader {
  /** Fields of other hosts that mean the same. */
  static final List<String> DIALECTS = List.of("reasoning", "thinking", "enable_thinking");

  private ReasoningReader() {}

  static Reasoning read(FieldReader body, JsonObject.Builder extras) {
    Reasoning own = effort(body, body.text("reasoning_effort"), "reasoning_effort");
    Reasoning found = own;
    for (String dialect : DIALECTS) {
      Json value = body.value(dialect);
      if (value == null) {
        continue;
      }
      extras.put(dialect, value);
      if (found == null) {
        found = dialect(dialect, value);
      }
    }
    return found == null ? Reasoning.DEFAULT : found;
  }

  private static @Nullable Reasoning dialect(String name, Json value) {
    if (value instanceof JsonBoolean enabled) {
      return enabled.value() ? new Reasoning(Mode.ON, null, null, null) : Reasoning.OFF;
    }
    if (!(value instanceof JsonObject)) {
      return null;
    }
    FieldReader object = FieldReader.of(value, name);
    String type = object.text("type");
    if ("disabled".equals(type) || Boolean.FALSE.equals(object.bool("enabled"))) {
      return Reasoning.OFF;
    }
    Reasoning byEffort = effort(object, object.text("effort"), "effort");
    if (byEffort != null) {
      return byEffort;
    }
    Long budget = object.whole(name.equals("thinking") ? "budget_tokens" : "max_tokens");
    if (budget != null) {
      return Reasoning.budget(budget);
    }
    Mode mode = "adaptive".equals(type) ? Mode.ADAPTIVE : Mode.ON;
    return new Reasoning(mode, null, null, null);
  }

  private static @Nullable Reasoning effort(FieldReader at, @Nullable String word, String field) {
    if (word == null) {
      return null;
    }
    if (word.equals("none")) {
      return Reasoning.OFF;
    }
    return read(word)
        .map(Reasoning::of)
        .orElseThrow(
            () -> at.fault(field, "must be one of none, minimal, low, medium, high, xhigh"));
  }

  private static Optional<Effort> read(String word) {
    return switch (word) {
      case "minimal" -> Optional.of(Effort.MINIMAL);
      case "low" -> Optional.of(Effort.LOW);
      case "medium" -> Optional.of(Effort.MEDIUM);
      case "high" -> Optional.of(Effort.HIGH);
      case "xhigh" -> Optional.of(Effort.EXTRA_HIGH);
      case "max" -> Optional.of(Effort.MAX);
      default -> Optional.empty();
    };
  }

  /** The word for an effort. */
  static String write(Effort effort) {
    return switch (effort) {
      case MINIMAL -> "minimal";
      case LOW -> "low";
      case MEDIUM -> "medium";
      case HIGH -> "high";
      case EXTRA_HIGH -> "xhigh";
      case MAX -> "max";
    };
  }
}
