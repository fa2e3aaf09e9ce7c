package io.omniroute.platform.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is remembered of plugins. See {@link Store} for threads, blocking and errors. */
public interface PluginStateRepository {

  /** Every plugin remembered, by id. */
  List<PluginState> all();

  /** One plugin. */
  Optional<PluginState> find(String id);

  /** Adds or replaces a plugin. */
  void save(PluginState state);

  /**
   * Reads, changes and saves one plugin in one step.
   *
   * @param change pure and quick; must not call the store
   * @return the state as stored, or empty if there is none
   */
  Optional<PluginState> update(String id, UnaryOperator<PluginState> change);

  /** Forgets a plugin; false if there was none. */
  boolean delete(String id);
}
