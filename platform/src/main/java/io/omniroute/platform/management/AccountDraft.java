package io.omniroute.platform.management;

import io.omniroute.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An account to be added.
 *
 * @param provider id or alias of the provider
 * @param name what a person calls it; null for the provider's name
 * @param apiKey the credential; null where none is needed
 * @param priority its place, from 1; null for the last
 * @param globalPriority order among all accounts
 * @param defaultModel the model when a request names none
 * @param settings the provider's own fields, secret ones included, and {@code baseUrl}
 */
public record AccountDraft(
    String provider,
    @Nullable String name,
    @Nullable String apiKey,
    @Nullable Integer priority,
    @Nullable Integer globalPriority,
    @Nullable String defaultModel,
    JsonObject settings) {

  /** An account of a provider with a key and nothing else. */
  public static AccountDraft of(String provider, @Nullable String name, @Nullable String apiKey) {
    return new AccountDraft(provider, name, apiKey, null, null, null, JsonObject.EMPTY);
  }

  /** Without the credential. */
  @Override
  public String toString() {
    return provider + "/" + name;
  }
}
