package io.omniroute.platform.route;

import io.omniroute.api.provider.Provider;

/**
 * A model string, understood.
 *
 * @param provider the provider it names
 * @param model the model's id there
 */
record ModelName(Provider provider, String model) {}
