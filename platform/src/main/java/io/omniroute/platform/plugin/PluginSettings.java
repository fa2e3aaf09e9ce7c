package io.omniroute.platform.plugin;

import io.omniroute.api.config.Config;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings of plugins: what was stored for a plugin, and over it environment variables named
 * {@code OMNIROUTE_<PLUGIN_ID>_<SETTING>}. Thread-safe.
 */
final class PluginSettings {

  private final Map<String, String> environment;
  private final Function<String, JsonObject> stored;

  /**
   * Settings from the given sources.
   *
   * @param stored gives what was stored for a plugin's id; empty where nothing was
   */
  PluginSettings(Map<String, String> environment, Function<String, JsonObject> stored) {
    this.environment = Map.copyOf(environment);
    this.stored = stored;
  }

  /**
   * The settings of one extension.
   *
   * @throws io.omniroute.api.GatewayException {@code INVALID_REQUEST} naming the setting that is
   *     wrong
   */
  Config of(String pluginId, ConfigSchema schema) {
    if (schema.fields().isEmpty()) {
      return Config.EMPTY;
    }
    String prefix = "OMNIROUTE_" + pluginId.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    JsonObject known = stored.apply(pluginId);
    JsonObject.Builder values = JsonObject.builder();
    for (ConfigField field : schema.fields()) {
      String text = environment.get(field.environmentName(prefix));
      values.put(field.name(), text == null ? known.get(field.name()) : value(field, text));
    }
    return schema.resolve(values.build());
  }

  private static @Nullable Json value(ConfigField field, String text) {
    return switch (field) {
      case ConfigField.Number ignored -> number(text);
      case ConfigField.Flag ignored ->
          text.equals("true") || text.equals("false")
              ? JsonBoolean.of(Boolean.parseBoolean(text))
              : new JsonString(text);
      case ConfigField.TextList ignored ->
          JsonArray.ofStrings(List.of(text.split(",")).stream().map(String::strip).toList());
      case ConfigField.Text ignored -> new JsonString(text);
      case ConfigField.Secret ignored -> new JsonString(text);
      case ConfigField.Choice ignored -> new JsonString(text);
      case ConfigField.Time ignored -> new JsonString(text);
    };
  }

  /** What is no number stays a text, which the schema then refuses by name. */
  private static Json number(String text) {
    try {
      return JsonNumber.of(Double.parseDouble(text));
    } catch (IllegalArgumentException e) {
      return new JsonString(text);
    }
  }
}
