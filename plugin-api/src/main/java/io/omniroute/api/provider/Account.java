package io.omniroute.api.provider;

import io.omniroute.api.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * One credential at a provider.
 *
 * @param id the account's id in the gateway
 * @param name its name
 * @param credential the API key or access token; null for providers that need none
 * @param baseUrl an address in place of the provider's own, or null
 * @param settings the provider's own fields of this account
 */
public record Account(
    String id,
    String name,
    @Nullable String credential,
    @Nullable String baseUrl,
    Config settings) {

  /** Without the credential. */
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
