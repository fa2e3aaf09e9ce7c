package io.omniroute.platform.management;

import io.omniroute.api.config.Config;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigProblem;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own fields of an account. What the schema calls secret is kept encrypted with the
 * credentials; the rest, and the {@code baseUrl} that every provider takes, lies in the open. Pure,
 * but for the resolution of a host's name.
 *
 * @param open fields that may be shown
 * @param secret fields that may not
 */
record AccountFields(JsonObject open, JsonObject secret) {

  static final String BASE_URL = "baseUrl";

  /** No fields. */
  static final AccountFields NONE = new AccountFields(JsonObject.EMPTY, JsonObject.EMPTY);

  /** The fields of a stored account. */
  static AccountFields of(Connection connection) {
    Secret secret = connection.credentials().secretData();
    return new AccountFields(
        object(connection.providerSpecificData()),
        secret == null ? JsonObject.EMPTY : object(secret.reveal()));
  }

  /**
   * These fields with some of them set, or cleared by null; a secret one that is blank stays.
   *
   * @param schema the provider's fields; null when the provider is gone, which takes only {@code
   *     baseUrl}
   * @param problems takes every fault
   */
  AccountFields with(
      JsonObject values,
      @Nullable ConfigSchema schema,
      boolean allowPrivateHosts,
      List<ConfigProblem> problems) {
    JsonObject.Builder nextOpen = open.toBuilder();
    JsonObject.Builder nextSecret = secret.toBuilder();
    ConfigSchema known = schema == null ? ConfigSchema.EMPTY : schema;
    values
        .fields()
        .forEach(
            (name, value) -> {
              ConfigField field = known.field(name).orElse(null);
              if (field == null && name.equals(BASE_URL)) {
                baseUrl(value, allowPrivateHosts, problems, nextOpen);
              } else if (field == null) {
                problems.add(new ConfigProblem(name, "is not a field of this provider"));
              } else if (field instanceof ConfigField.Secret) {
                set(nextSecret, name, value, blank(value));
              } else {
                set(nextOpen, name, value, false);
              }
            });
    AccountFields next = new AccountFields(nextOpen.build(), nextSecret.build());
    if (schema != null) {
      problems.addAll(schema.check(next.values(schema)));
    }
    return next;
  }

  /** The settings as the provider reads them: all fields, with the defaults for those not set. */
  Config settings(ConfigSchema schema) {
    JsonObject values = values(schema);
    return schema.check(values).isEmpty() ? schema.resolve(values) : Config.of(values);
  }

  /** The account as a provider sees it. */
  Account account(
      Connection connection, ProviderDescriptor provider, @Nullable String providerBaseUrl) {
    Secret key = connection.credentials().apiKey();
    Secret credential = key == null ? connection.credentials().accessToken() : key;
    String own = open.text(BASE_URL);
    return new Account(
        connection.id(),
        connection.name(),
        credential == null ? null : credential.reveal(),
        own == null ? providerBaseUrl : own,
        settings(provider.accountFields()));
  }

  /** Every secret text in here, to keep it out of messages. */
  List<String> secrets() {
    List<String> texts = new ArrayList<>();
    secret
        .fields()
        .values()
        .forEach(
            value -> {
              if (value instanceof JsonString text) {
                texts.add(text.value());
              }
            });
    return List.copyOf(texts);
  }

  /** Only names: values may be secret. */
  @Override
  public String toString() {
    return open.fields().keySet() + " and secret " + secret.fields().keySet();
  }

  private JsonObject values(ConfigSchema schema) {
    JsonObject.Builder values = JsonObject.builder();
    for (ConfigField field : schema.fields()) {
      values.put(field.name(), open.get(field.name()));
      values.put(field.name(), secret.get(field.name()));
    }
    return values.build();
  }

  private static void baseUrl(
      Json value,
      boolean allowPrivateHosts,
      List<ConfigProblem> problems,
      JsonObject.Builder fields) {
    if (value instanceof JsonNull || blank(value)) {
      fields.remove(BASE_URL);
    } else if (value instanceof JsonString text) {
      try {
        fields.put(BASE_URL, BaseUrls.clean(text.value(), allowPrivateHosts));
      } catch (InvalidInput unfit) {
        problems.addAll(unfit.problems());
      }
    } else {
      problems.add(new ConfigProblem(BASE_URL, "must be text"));
    }
  }

  private static void set(JsonObject.Builder fields, String name, Json value, boolean keep) {
    if (value instanceof JsonNull) {
      fields.remove(name);
    } else if (!keep) {
      fields.put(name, value);
    }
  }

  private static boolean blank(Json value) {
    return value instanceof JsonString text && text.value().isBlank();
  }

  private static JsonObject object(String text) {
    try {
      return Json.parse(text) instanceof JsonObject object ? object : JsonObject.EMPTY;
    } catch (JsonException unreadable) {
      return JsonObject.EMPTY;
    }
  }
}
