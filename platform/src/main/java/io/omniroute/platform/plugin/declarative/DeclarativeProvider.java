package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.ProviderDescriptor;

/**
 * A provider that is data alone.
 *
 * @param descriptor the data
 */
public record DeclarativeProvider(ProviderDescriptor descriptor) implements HttpProvider {}
