package io.omniroute.platform.route;

import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The endpoints that people added by hand, as providers. Follows a list that is replaced as a whole
 * when something changes. Thread-safe; does not block.
 */
public final class NodeDirectory {

  private final Supplier<List<ProviderDescriptor>> nodes;
  private volatile Index index = new Index(List.of(), Map.of(), List.of());

  /**
   * A directory.
   *
   * @param nodes gives the list of now; the same object as long as nothing changes
   */
  public NodeDirectory(Supplier<List<ProviderDescriptor>> nodes) {
    this.nodes = nodes;
  }

  /** The node of a prefix or of an id. */
  Optional<Provider> byPrefix(String handle) {
    return Optional.ofNullable(current().byHandle.get(handle));
  }

  /** Every node. */
  List<Provider> all() {
    return current().providers;
  }

  @SuppressWarnings("ReferenceEquality") // The list is replaced, never changed.
  private Index current() {
    List<ProviderDescriptor> list = nodes.get();
    Index known = index;
    if (known.source == list) {
      return known;
    }
    Map<String, Provider> byHandle = new HashMap<>();
    List<Provider> providers = new ArrayList<>();
    for (ProviderDescriptor node : list) {
      HttpProvider provider = () -> node;
      providers.add(provider);
      byHandle.put(node.id(), provider);
      node.aliases().forEach(prefix -> byHandle.put(prefix, provider));
    }
    Index fresh = new Index(list, Map.copyOf(byHandle), List.copyOf(providers));
    index = fresh;
    return fresh;
  }

  private record Index(
      List<ProviderDescriptor> source, Map<String, Provider> byHandle, List<Provider> providers) {}
}
