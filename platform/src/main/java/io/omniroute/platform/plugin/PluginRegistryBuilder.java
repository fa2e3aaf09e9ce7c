package io.omniroute.platform.plugin;

import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.scoring.Scorer;
import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.UpstreamFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Collects what plugins provide; whoever comes first keeps a name. Not thread-safe. */
final class PluginRegistryBuilder {

  final Map<String, ProviderContribution> providers = new TreeMap<>();
  final Map<String, ProviderContribution> aliases = new HashMap<>();
  final Map<String, Contribution<ClientFormat>> clientFormats = new TreeMap<>();
  final Map<String, Contribution<UpstreamFormat>> upstreamFormats = new TreeMap<>();
  final Map<String, Contribution<RoutingStrategy>> strategies = new TreeMap<>();
  final Map<String, Contribution<Scorer>> scorers = new TreeMap<>();

  /**
   * Adds everything one plugin provides, or nothing of it.
   *
   * @return why not; empty when it was added
   */
  Optional<Clash> add(Provisions plugin) {
    Optional<Clash> conflict =
        conflict("provider", plugin.providers(), ProviderContribution::id, holders(providers))
            .or(() -> conflict("client format", plugin.clientFormats(), clientFormats))
            .or(() -> conflict("upstream format", plugin.upstreamFormats(), upstreamFormats))
            .or(() -> conflict("routing strategy", plugin.strategies(), strategies))
            .or(() -> conflict("scorer", plugin.scorers(), scorers));
    if (conflict.isEmpty()) {
      plugin.providers().forEach(this::put);
      plugin.clientFormats().forEach(it -> clientFormats.put(it.id(), it));
      plugin.upstreamFormats().forEach(it -> upstreamFormats.put(it.id(), it));
      plugin.strategies().forEach(it -> strategies.put(it.id(), it));
      plugin.scorers().forEach(it -> scorers.put(it.id(), it));
    }
    return conflict;
  }

  PluginRegistry build() {
    return new PluginRegistry(this);
  }

  private void put(ProviderContribution provider) {
    providers.put(provider.id(), provider);
    provider.descriptor().aliases().forEach(alias -> aliases.putIfAbsent(alias, provider));
  }

  private static Function<String, Optional<PluginOrigin>> holders(
      Map<String, ProviderContribution> taken) {
    return id -> Optional.ofNullable(taken.get(id)).map(ProviderContribution::origin);
  }

  private static <T> Optional<Clash> conflict(
      String what, List<Contribution<T>> offered, Map<String, Contribution<T>> taken) {
    return conflict(
        what,
        offered,
        Contribution::id,
        id -> Optional.ofNullable(taken.get(id)).map(Contribution::origin));
  }

  private static <T> Optional<Clash> conflict(
      String what,
      List<T> offered,
      Function<T, String> idOf,
      Function<String, Optional<PluginOrigin>> holder) {
    List<String> ids = offered.stream().map(idOf).toList();
    for (String id : ids) {
      Optional<PluginOrigin> origin = holder.apply(id);
      if (origin.isPresent()) {
        String reason =
            "%s '%s' is already provided by plugin '%s'"
                .formatted(what, id, origin.get().pluginId());
        return Optional.of(new Clash(origin.get().generation(), reason));
      }
    }
    return ids.stream().distinct().count() == ids.size()
        ? Optional.empty()
        : Optional.of(new Clash(0, "it provides the same " + what + " twice"));
  }

  /**
   * Why something was not added.
   *
   * @param winner the generation that provides it already, 0 for the plugin itself
   * @param reason why, as a sentence
   */
  record Clash(long winner, String reason) {}
}
