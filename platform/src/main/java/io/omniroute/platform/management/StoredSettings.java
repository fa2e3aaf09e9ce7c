package io.omniroute.platform.management;

import static io.omniroute.platform.management.SettingsCatalog.SCHEMA;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.Config;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigProblem;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.platform.store.SettingsRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings in the store, below those that the environment fixes. */
final class StoredSettings implements SettingsService {

  private static final Logger LOG = LoggerFactory.getLogger(StoredSettings.class);
  private static final String NAMESPACE = "settings";
  private static final String BASE_URLS = "providerBaseUrls";

  private final SettingsRepository repository;
  private final AuditService audit;
  private final JsonObject fixed;
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private volatile JsonObject stored;
  private volatile Settings current;

  StoredSettings(
      SettingsRepository repository, AuditService audit, Map<String, String> environment) {
    this.repository = repository;
    this.audit = audit;
    this.fixed = fromEnvironment(environment);
    this.stored = read(repository.all(NAMESPACE));
    this.current = snapshot();
  }

  @Override
  public Settings current() {
    return current;
  }

  @Override
  public ConfigSchema schema() {
    return SCHEMA;
  }

  @Override
  public List<Entry> entries() {
    JsonObject now = stored;
    List<Entry> entries = new ArrayList<>();
    for (ConfigField field : SCHEMA.fields()) {
      Json variable = fixed.get(field.name());
      Json chosen = now.get(field.name());
      Source source =
          variable != null ? Source.ENVIRONMENT : chosen != null ? Source.STORED : Source.DEFAULT;
      Json value = variable != null ? variable : chosen;
      entries.add(
          new Entry(
              field,
              value != null ? value : field.defaultValue().orElse(JsonNull.NULL),
              source,
              SettingsCatalog.variable(field.name()).orElse(null)));
    }
    return List.copyOf(entries);
  }

  @Override
  public void check(JsonObject values, Actor actor) {
    normalised(values, actor);
  }

  @Override
  public synchronized Settings change(JsonObject values, Actor actor) {
    JsonObject clean = normalised(values, actor);
    if (clean.isEmpty()) {
      return current;
    }
    Map<String, String> kept =
        repository.update(
            NAMESPACE,
            old -> {
              Map<String, String> next = new HashMap<>(old);
              clean
                  .fields()
                  .forEach(
                      (name, value) -> {
                        if (value instanceof JsonNull) {
                          next.remove(name);
                        } else {
                          next.put(name, value.toText());
                        }
                      });
              return next;
            });
    stored = read(kept);
    audit.record(actor, "settings.change", null, String.join(", ", clean.fields().keySet()));
    return publish();
  }

  @Override
  public synchronized Settings setBaseUrl(String provider, @Nullable String baseUrl) {
    if (baseUrl == null) {
      repository.delete(BASE_URLS, provider);
    } else {
      repository.put(BASE_URLS, provider, new JsonString(baseUrl).toText());
    }
    return publish();
  }

  @Override
  public Runnable onChange(Consumer<Settings> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private Settings publish() {
    Settings next = snapshot();
    current = next;
    listeners.forEach(listener -> listener.accept(next));
    return next;
  }

  /** The values as they would be stored; a null stands for the default. */
  private JsonObject normalised(JsonObject values, Actor actor) {
    Map<String, Json> clean = new LinkedHashMap<>();
    List<ConfigProblem> problems = new ArrayList<>();
    values
        .fields()
        .forEach(
            (name, value) -> {
              Optional<ConfigField> field = SCHEMA.field(name);
              Json read = field.map(known -> lenient(known, value)).orElse(value);
              problem(name, field, read).ifPresent(problems::add);
              clean.put(name, read);
            });
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    if (!actor.session()
        && clean.keySet().stream().anyMatch(SettingsCatalog.PERSONS_ONLY::contains)) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "Settings that decide who gets in need a dashboard session; an API key is not enough");
    }
    return new JsonObject(clean);
  }

  /** Lists were written as one text with commas by the original. */
  private static Json lenient(ConfigField field, Json value) {
    return field instanceof ConfigField.TextList && value instanceof JsonString text
        ? SettingValues.fromText(field, text.value()).orElse(io.omniroute.api.json.JsonArray.EMPTY)
        : value;
  }

  private Optional<ConfigProblem> problem(String name, Optional<ConfigField> field, Json value) {
    if (field.isEmpty()) {
      return Optional.of(new ConfigProblem(name, "is not a setting of this gateway"));
    }
    if (fixed.has(name)) {
      String variable = SettingsCatalog.variable(name).orElse("");
      return Optional.of(
          new ConfigProblem(name, "is fixed by the environment variable " + variable));
    }
    return value instanceof JsonNull
        ? Optional.empty()
        : field.get().check(value).map(fault -> new ConfigProblem(name, fault));
  }

  private Settings snapshot() {
    JsonObject.Builder values = JsonObject.builder();
    entries().forEach(entry -> values.put(entry.field().name(), entry.value()));
    Config config = SCHEMA.resolve(values.build());
    return new Settings(
        config.flag(SettingsCatalog.REQUIRE_LOGIN),
        config.flag(SettingsCatalog.REQUIRE_API_KEY),
        config.flag(SettingsCatalog.REQUIRE_AUTH_FOR_MODELS),
        Set.copyOf(config.list(SettingsCatalog.BLOCKED_PROVIDERS)),
        config.text(SettingsCatalog.INSTANCE_NAME).orElse(""),
        config.text(SettingsCatalog.THEME).orElse("auto"),
        config.text(SettingsCatalog.LANGUAGE).orElse("auto"),
        config.list(SettingsCatalog.CORS_ORIGINS),
        config.list(SettingsCatalog.ALLOWED_HOSTS),
        config.flag(SettingsCatalog.ALLOW_PRIVATE_HOSTS),
        config.whole(SettingsCatalog.MAX_BODY_SIZE_BYTES, 0),
        millis(config, SettingsCatalog.CONNECT_TIMEOUT_MS),
        millis(config, SettingsCatalog.FIRST_BYTE_TIMEOUT_MS),
        millis(config, SettingsCatalog.STREAM_IDLE_TIMEOUT_MS),
        millis(config, SettingsCatalog.FETCH_TIMEOUT_MS),
        (int) config.whole(SettingsCatalog.LOG_RETENTION_DAYS, 0),
        config.flag(SettingsCatalog.SETUP_COMPLETE),
        baseUrls());
  }

  private Map<String, String> baseUrls() {
    Map<String, String> urls = new HashMap<>();
    repository
        .all(BASE_URLS)
        .forEach(
            (provider, json) -> {
              if (Json.parse(json) instanceof JsonString url) {
                urls.put(provider, url.value());
              }
            });
    return urls;
  }

  private static Duration millis(Config config, String name) {
    return Duration.ofMillis(config.whole(name, 0));
  }

  /** What is stored and still fits; a value of an older or newer version is overlooked. */
  private static JsonObject read(Map<String, String> rows) {
    JsonObject.Builder values = JsonObject.builder();
    for (ConfigField field : SCHEMA.fields()) {
      String row = rows.get(field.name());
      if (row != null) {
        try {
          Json value = Json.parse(row);
          if (field.check(value).isEmpty()) {
            values.put(field.name(), value);
          }
        } catch (JsonException unreadable) {
          LOG.warn("The stored setting {} cannot be read; its default counts", field.name());
        }
      }
    }
    return values.build();
  }

  private static JsonObject fromEnvironment(Map<String, String> environment) {
    JsonObject.Builder values = JsonObject.builder();
    for (ConfigField field : SCHEMA.fields()) {
      SettingsCatalog.variable(field.name())
          .map(environment::get)
          .flatMap(text -> SettingValues.fromText(field, text))
          .ifPresent(
              value ->
                  field
                      .check(value)
                      .ifPresentOrElse(
                          fault ->
                              LOG.warn(
                                  "{} {}; it is not used",
                                  SettingsCatalog.variable(field.name()).orElse(""),
                                  fault),
                          () -> values.put(field.name(), value)));
    }
    return values.build();
  }
}
