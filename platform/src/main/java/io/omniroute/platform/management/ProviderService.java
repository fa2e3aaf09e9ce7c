package io.omniroute.platform.management;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Providers and accounts. Thread-safe; may block for the store. A method that is given an id throws
 * {@code NOT_FOUND} where there is no such thing; one that is given data throws {@link
 * InvalidInput} naming every faulty field.
 */
public interface ProviderService {

  /** Every provider there is now, plugins and nodes, by name. */
  List<ProviderView> catalogue();

  /** A provider by its id or an alias. */
  Optional<ProviderView> provider(String idOrAlias);

  /** Every account, by provider, then priority. */
  List<AccountView> accounts();

  /** The accounts of a provider, by priority. */
  List<AccountView> accounts(String provider);

  /** One account. */
  AccountView account(String id);

  /** Adds an account. */
  AccountView create(AccountDraft draft, Actor actor);

  /** Changes an account: everything or, on a fault, nothing. */
  AccountView update(String id, AccountChange change, Actor actor);

  /** Switches an account on or off. */
  AccountView enable(String id, boolean enabled, Actor actor);

  /** Removes an account; the others close up. */
  void delete(String id, Actor actor);

  /**
   * Puts the accounts of a provider in order, priorities 1 to n.
   *
   * @param ids every account of the provider, once
   */
  List<AccountView> reorder(String provider, List<String> ids, Actor actor);

  /** Sets the address of a provider for all its accounts; null gives it back its own. */
  ProviderView setBaseUrl(String provider, @Nullable String baseUrl, Actor actor);
}
