package io.omniroute.platform.route;

import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.Provider;

/**
 * Something that can serve a request: a provider, a model and an account.
 *
 * @param provider the provider
 * @param model the model at the provider; made up from the id alone where it is not known
 * @param account the account
 */
public record Target(Provider provider, ModelInfo model, Account account) {

  /** The provider's id. */
  public String providerId() {
    return provider.descriptor().id();
  }
}
