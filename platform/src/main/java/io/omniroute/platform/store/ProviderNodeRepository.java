package io.omniroute.platform.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Endpoints added by hand. See {@link Store} for threads, blocking and errors. */
public interface ProviderNodeRepository {

  /** Every node, oldest first. */
  List<ProviderNode> all();

  /** One node. */
  Optional<ProviderNode> find(String id);

  /**
   * Adds or replaces a node.
   *
   * @return the node as stored, with a new {@code updatedAt}
   * @throws StoreException of kind {@code CONFLICT} if another node has its prefix
   */
  ProviderNode save(ProviderNode node);

  /**
   * Reads, changes and saves one node in one step.
   *
   * @param change pure and quick; must not call the store
   * @return the node as stored, or empty if there is none
   * @throws StoreException of kind {@code CONFLICT} if another node has its prefix
   */
  Optional<ProviderNode> update(String id, UnaryOperator<ProviderNode> change);

  /** Removes a node together with its accounts; false if there was none. */
  boolean delete(String id);
}
