package io.omniroute.api.provider;

import io.omniroute.api.Extension;

/**
 * A vendor's service. Either one that is reached by HTTP ({@link HttpProvider}), which is data and
 * a few pure functions, or one that answers inside the gateway ({@link LocalProvider}).
 */
public sealed interface Provider extends Extension permits HttpProvider, LocalProvider {

  /** What the provider is. Must be the same at every call. */
  ProviderDescriptor descriptor();
}
