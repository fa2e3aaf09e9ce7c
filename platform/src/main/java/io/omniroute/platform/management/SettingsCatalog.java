package io.omniroute.platform.management;

import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigField.Choice;
import io.omniroute.api.config.ConfigField.Common;
import io.omniroute.api.config.ConfigField.Flag;
import io.omniroute.api.config.ConfigField.Number;
import io.omniroute.api.config.ConfigField.Text;
import io.omniroute.api.config.ConfigField.TextList;
import io.omniroute.api.config.ConfigSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every setting that something in the gateway reads, and nothing else: a setting without a reader
 * is a lie on a screen.
 */
final class SettingsCatalog {

  static final String REQUIRE_LOGIN = "requireLogin";
  static final String REQUIRE_API_KEY = "requireApiKey";
  static final String REQUIRE_AUTH_FOR_MODELS = "requireAuthForModels";
  static final String BLOCKED_PROVIDERS = "blockedProviders";
  static final String INSTANCE_NAME = "instanceName";
  static final String THEME = "theme";
  static final String LANGUAGE = "language";
  static final String CORS_ORIGINS = "corsOrigins";
  static final String ALLOWED_HOSTS = "allowedHosts";
  static final String ALLOW_PRIVATE_HOSTS = "allowPrivateHosts";
  static final String MAX_BODY_SIZE_BYTES = "maxBodySizeBytes";
  static final String CONNECT_TIMEOUT_MS = "connectTimeoutMs";
  static final String FIRST_BYTE_TIMEOUT_MS = "firstByteTimeoutMs";
  static final String STREAM_IDLE_TIMEOUT_MS = "streamIdleTimeoutMs";
  static final String FETCH_TIMEOUT_MS = "fetchTimeoutMs";
  static final String LOG_RETENTION_DAYS = "logRetentionDays";
  static final String SETUP_COMPLETE = "setupComplete";

  /** The settings that decide who gets in: a key may not change them, only a person. */
  static final Set<String> PERSONS_ONLY =
      Set.of(REQUIRE_LOGIN, REQUIRE_API_KEY, ALLOWED_HOSTS, ALLOW_PRIVATE_HOSTS, CORS_ORIGINS);

  private static final double MAX_TIMEOUT = 3_600_000;
  private static final double MAX_BODY = 1024.0 * 1024 * 1024;

  /** The environment variables that fix a setting. */
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry(REQUIRE_API_KEY, "REQUIRE_API_KEY"),
          Map.entry(INSTANCE_NAME, "INSTANCE_NAME"),
          Map.entry(CORS_ORIGINS, "CORS_ORIGINS"),
          Map.entry(ALLOWED_HOSTS, "ALLOWED_HOSTS"),
          Map.entry(ALLOW_PRIVATE_HOSTS, "ALLOW_PRIVATE_HOSTS"),
          Map.entry(MAX_BODY_SIZE_BYTES, "MAX_BODY_SIZE_BYTES"),
          Map.entry(CONNECT_TIMEOUT_MS, "CONNECT_TIMEOUT_MS"),
          Map.entry(FIRST_BYTE_TIMEOUT_MS, "FIRST_BYTE_TIMEOUT_MS"),
          Map.entry(STREAM_IDLE_TIMEOUT_MS, "STREAM_IDLE_TIMEOUT_MS"),
          Map.entry(FETCH_TIMEOUT_MS, "FETCH_TIMEOUT_MS"),
          Map.entry(LOG_RETENTION_DAYS, "LOG_RETENTION_DAYS"));

  static final ConfigSchema SCHEMA =
      ConfigSchema.of(
          flag(
              REQUIRE_LOGIN,
              "Ask for the password",
              "Off only while loopback alone is served.",
              true),
          flag(
              REQUIRE_API_KEY,
              "Ask for an API key",
              "Off only while loopback alone is served.",
              false),
          flag(
              REQUIRE_AUTH_FOR_MODELS,
              "Hide the list of models",
              "Only keys and sessions see it.",
              false),
          list(BLOCKED_PROVIDERS, "Hidden providers", "Left out of the list of models.", List.of()),
          text(
              INSTANCE_NAME,
              "Name",
              "What this gateway is called.",
              "OmniRoute",
              "\\S(.{0,62}\\S)?"),
          new Choice(Common.optional(THEME, "Theme", ""), List.of("auto", "light", "dark"), "auto"),
          text(LANGUAGE, "Language", "", "auto", "auto|[a-z]{2,3}(-[A-Za-z0-9]{2,8})?"),
          list(CORS_ORIGINS, "Allowed origins", "Whose pages may call the API.", List.of("*")),
          list(ALLOWED_HOSTS, "Host names", "Names this gateway is reached by.", List.of()),
          flag(
              ALLOW_PRIVATE_HOSTS,
              "Private addresses",
              "Base URLs may point into private networks.",
              false),
          whole(MAX_BODY_SIZE_BYTES, "Longest request", "In bytes.", 10_485_760, 65_536, MAX_BODY),
          millis(CONNECT_TIMEOUT_MS, "Connect time-out", 10_000),
          millis(FIRST_BYTE_TIMEOUT_MS, "First-byte time-out", 120_000),
          millis(STREAM_IDLE_TIMEOUT_MS, "Idle time-out of a stream", 60_000),
          millis(FETCH_TIMEOUT_MS, "Time-out of a whole answer", 120_000),
          whole(LOG_RETENTION_DAYS, "Keep requests", "In days.", 90, 1, 365),
          flag(SETUP_COMPLETE, "Wizard done", "Whether the wizard was gone through.", false));

  private SettingsCatalog() {}

  /** The environment variable that fixes a setting. */
  static Optional<String> variable(String setting) {
    return Optional.ofNullable(VARIABLES.get(setting));
  }

  private static ConfigField flag(String name, String label, String help, boolean fallback) {
    return new Flag(Common.optional(name, label, help), fallback);
  }

  private static ConfigField text(
      String name, String label, String help, String fallback, String pattern) {
    return new Text(Common.optional(name, label, help), fallback, pattern);
  }

  private static ConfigField list(String name, String label, String help, List<String> fallback) {
    return new TextList(Common.optional(name, label, help), fallback, 100);
  }

  private static ConfigField millis(String name, String label, double fallback) {
    return new Number(
        Common.optional(name, label, "In milliseconds."), fallback, 100.0, MAX_TIMEOUT, true);
  }

  private static ConfigField whole(
      String name, String label, String help, double fallback, double... range) {
    return new Number(Common.optional(name, label, help), fallback, range[0], range[1], true);
  }
}
