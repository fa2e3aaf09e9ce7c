package io.omniroute.api.config;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Typed settings: one source for the form, the validation, the table in the docs and the names of
 * environment variables. Immutable.
 *
 * @param fields the settings in the order of the form
 */
public record ConfigSchema(List<ConfigField> fields) {

  /** No settings. */
  public static final ConfigSchema EMPTY = new ConfigSchema(List.of());

  /** Copies the list and refuses a name that stands twice. */
  public ConfigSchema {
    fields = List.copyOf(fields);
    Set<String> names = new HashSet<>();
    for (ConfigField field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("setting '" + field.name() + "' stands twice");
      }
    }
  }

  /** A schema of the given fields. */
  public static ConfigSchema of(ConfigField... fields) {
    return new ConfigSchema(List.of(fields));
  }

  /** The field of a name. */
  public Optional<ConfigField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Every fault of the values: unknown names, missing ones, wrong types and ranges. */
  public List<ConfigProblem> check(JsonObject values) {
    List<ConfigProblem> problems = new ArrayList<>();
    for (String name : values.fields().keySet()) {
      if (field(name).isEmpty()) {
        problems.add(new ConfigProblem(name, "is not a setting here"));
      }
    }
    for (ConfigField field : fields) {
      Json value = values.get(field.name());
      if (value != null) {
        field.check(value).ifPresent(why -> problems.add(new ConfigProblem(field.name(), why)));
      } else if (field.required() && field.defaultValue().isEmpty()) {
        problems.add(new ConfigProblem(field.name(), "is required"));
      }
    }
    return List.copyOf(problems);
  }

  /**
   * The values with the defaults filled in.
   *
   * @throws io.omniroute.api.GatewayException {@code INVALID_REQUEST} naming the first fault
   */
  public Config resolve(JsonObject values) {
    check(values).stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw problem.toException();
            });
    Map<String, Json> resolved = new LinkedHashMap<>();
    for (ConfigField field : fields) {
      Json value = values.get(field.name());
      if (value != null) {
        resolved.put(field.name(), value);
      } else {
        field.defaultValue().ifPresent(fallback -> resolved.put(field.name(), fallback));
      }
    }
    return new Config(new JsonObject(resolved));
  }
}
