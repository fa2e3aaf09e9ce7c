package io.omniroute.platform.management;

import io.omniroute.api.provider.ProviderDescriptor;
import java.util.List;

/**
 * Endpoints that a person added as providers of their own. Thread-safe; may block for the store.
 */
public interface ProviderNodeService {

  /** Every node, oldest first. */
  List<NodeView> nodes();

  /**
   * Adds a node.
   *
   * @throws InvalidInput naming every faulty field, a prefix that is taken among them
   */
  NodeView create(NodeDraft draft, Actor actor);

  /**
   * Changes a node; its type stays as it is, and so does the {@code apiType} where none is named.
   *
   * @throws InvalidInput naming every faulty field
   */
  NodeView update(String id, NodeDraft draft, Actor actor);

  /** Removes a node with its accounts. */
  void delete(String id, Actor actor);

  /** The nodes as providers, for the request path. A snapshot: does not block. */
  List<ProviderDescriptor> descriptors();
}
