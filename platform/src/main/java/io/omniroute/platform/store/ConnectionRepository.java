package io.omniroute.platform.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Accounts at providers. See {@link Store} for threads, blocking and errors. */
public interface ConnectionRepository {

  /** Every account, by provider, then priority, then age. */
  List<Connection> all();

  /** The accounts of one provider, by priority, then age. */
  List<Connection> ofProvider(String provider);

  /** One account. */
  Optional<Connection> find(String id);

  /**
   * Adds an account or replaces it as a whole. To change one that exists use {@link #update}: it
   * cannot undo what somebody else (a token refresh, say) saved meanwhile.
   *
   * @return the account as stored, with a new {@code updatedAt}
   */
  Connection save(Connection connection);

  /**
   * Reads, changes and saves one account in one step that nothing comes between.
   *
   * @param change pure and quick: it runs on the store's only writer, so it must not call the store
   * @return the account as stored, or empty if there is none
   */
  Optional<Connection> update(String id, UnaryOperator<Connection> change);

  /** Removes an account; false if there was none. */
  boolean delete(String id);
}
