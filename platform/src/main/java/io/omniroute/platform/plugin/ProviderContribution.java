package io.omniroute.platform.plugin;

import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderDescriptor;

/**
 * A provider. Valid as long as the lease under which it was found; the descriptor is plain data and
 * may be kept.
 *
 * @param descriptor what the provider said it is when it was loaded
 * @param provider the plugin's object
 * @param origin the plugin
 */
public record ProviderContribution(
    ProviderDescriptor descriptor, Provider provider, PluginOrigin origin) {

  /** The provider's id. */
  public String id() {
    return descriptor.id();
  }
}
