package io.omniroute.platform.route;

import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.ConnectionRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Accounts, with somebody told after every change, whoever made it: so the request path never works
 * with accounts that are gone.
 */
public final class ObservedConnections implements ConnectionRepository {

  private final ConnectionRepository stored;
  private final Runnable changed;

  /**
   * Accounts that are watched.
   *
   * @param changed called on the changing thread after each change
   */
  public ObservedConnections(ConnectionRepository stored, Runnable changed) {
    this.stored = stored;
    this.changed = changed;
  }

  @Override
  public List<Connection> all() {
    return stored.all();
  }

  @Override
  public List<Connection> ofProvider(String provider) {
    return stored.ofProvider(provider);
  }

  @Override
  public Optional<Connection> find(String id) {
    return stored.find(id);
  }

  @Override
  public Connection save(Connection connection) {
    Connection saved = stored.save(connection);
    changed.run();
    return saved;
  }

  @Override
  public Optional<Connection> update(String id, UnaryOperator<Connection> change) {
    Optional<Connection> saved = stored.update(id, change);
    changed.run();
    return saved;
  }

  @Override
  public boolean delete(String id) {
    boolean existed = stored.delete(id);
    changed.run();
    return existed;
  }
}
