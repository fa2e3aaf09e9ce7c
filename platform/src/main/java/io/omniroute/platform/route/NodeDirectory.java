package io.omniroute.platform.route;

import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderDescriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints that people added by hand, as providers: one immutable snapshot that is swapped
 * when something changes. Thread-safe.
 */
public final class NodeDirectory {

  private volatile Map<String, Provider> byPrefix = Map.of();
  private volatile List<Provider> all = List.of();

  /** An empty directory. */
  public NodeDirectory() {}

  /** Replaces all nodes. */
  public synchronized void replace(Collection<ProviderDescriptor> nodes) {
    Map<String, Provider> fresh = new HashMap<>();
    for (ProviderDescriptor node : nodes) {
      HttpProvider provider = () -> node;
      fresh.put(node.id(), provider);
      node.aliases().forEach(prefix -> fresh.put(prefix, provider));
    }
    byPrefix = Map.copyOf(fresh);
    all = fresh.values().stream().distinct().toList();
  }

  /** The node of a prefix or of an id. */
  Optional<Provider> byPrefix(String handle) {
    return Optional.ofNullable(byPrefix.get(handle));
  }

  /** Every node. */
  List<Provider> all() {
    return all;
  }
}
