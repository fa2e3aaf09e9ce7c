package io.omniroute.platform.management;

import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.LocalProvider;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.platform.plugin.PluginLease;
import io.omniroute.platform.plugin.PluginRegistry;
import io.omniroute.platform.plugin.Plugins;
import io.omniroute.platform.plugin.ProviderContribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every provider there is: those of plugins, then the nodes. Thread-safe; does not block. */
final class Catalogue {

  private static final String NODE = "node";

  private final Plugins plugins;
  private final Supplier<List<ProviderDescriptor>> nodes;

  Catalogue(Plugins plugins, Supplier<List<ProviderDescriptor>> nodes) {
    this.plugins = plugins;
    this.nodes = nodes;
  }

  /** Everything, to look at. */
  List<Item> all() {
    PluginRegistry registry = plugins.snapshot();
    List<Item> items = new ArrayList<>();
    registry.providers().forEach(one -> items.add(item(one)));
    nodes.get().forEach(node -> items.add(node(node)));
    return List.copyOf(items);
  }

  /** A provider by id, then by alias, to look at. */
  Optional<Item> find(String idOrAlias) {
    return in(plugins.snapshot(), idOrAlias);
  }

  /** A lease under which providers may be called. */
  PluginLease lease() {
    return plugins.acquire();
  }

  /** A provider of a leased registry, or a node. */
  Optional<Item> in(PluginRegistry registry, String idOrAlias) {
    Optional<Item> plugin = registry.provider(idOrAlias).map(Catalogue::item);
    return plugin.isPresent()
        ? plugin
        : nodes.get().stream()
            .filter(node -> node.id().equals(idOrAlias) || node.aliases().contains(idOrAlias))
            .findFirst()
            .map(Catalogue::node);
  }

  /** A node as something that can be called. */
  static Item node(ProviderDescriptor descriptor) {
    HttpProvider provider = () -> descriptor;
    return new Item(descriptor, provider, new ProviderView.PluginOrigin(NODE, ""), true);
  }

  private static Item item(ProviderContribution contribution) {
    return new Item(
        contribution.descriptor(),
        contribution.provider(),
        new ProviderView.PluginOrigin(
            contribution.origin().pluginId(), contribution.origin().version()),
        false);
  }

  /**
   * A provider.
   *
   * @param descriptor what it is
   * @param provider the object to call, under a lease
   * @param origin where it comes from
   * @param custom whether a person added it
   */
  record Item(
      ProviderDescriptor descriptor,
      Provider provider,
      ProviderView.PluginOrigin origin,
      boolean custom) {

    /** Whether it answers inside the gateway. */
    boolean builtIn() {
      return provider instanceof LocalProvider;
    }
  }
}
