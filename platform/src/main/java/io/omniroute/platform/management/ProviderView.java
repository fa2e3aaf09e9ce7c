package io.omniroute.platform.management;

import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.ProviderDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A provider of the catalogue.
 *
 * @param descriptor what it is
 * @param origin which plugin it comes from
 * @param builtIn whether it answers inside the gateway, without an upstream
 * @param custom whether a person added it (a provider node)
 * @param baseUrlOverride the address set in place of its own for all its accounts, or null
 * @param accounts how many accounts it has
 */
public record ProviderView(
    ProviderDescriptor descriptor,
    PluginOrigin origin,
    boolean builtIn,
    boolean custom,
    @Nullable String baseUrlOverride,
    int accounts) {

  /** Its id. */
  public String id() {
    return descriptor.id();
  }

  /** Its name for people. */
  public String name() {
    return descriptor.name();
  }

  /** Whether an account needs a credential. */
  public boolean needsCredential() {
    return !builtIn && descriptor.auth().type() != AuthScheme.Type.NONE;
  }

  /**
   * Where a provider comes from.
   *
   * @param pluginId the plugin's id; {@code node} for one that a person added
   * @param version the plugin's version; empty where there is none
   */
  public record PluginOrigin(String pluginId, String version) {}
}
