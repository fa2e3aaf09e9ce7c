package io.omniroute.platform.plugin;

import io.omniroute.api.Extension;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.scoring.Scorer;
import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.UpstreamFormat;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything the active plugins provide, at one moment. Immutable and thread-safe; look-ups do not
 * block. Lists are in the order of their ids.
 */
public final class PluginRegistry {

  /** Nothing at all. */
  public static final PluginRegistry EMPTY = new PluginRegistryBuilder().build();

  private final Map<String, ProviderContribution> providers;
  private final Map<String, ProviderContribution> providersByName;
  private final Map<String, Contribution<ClientFormat>> clientFormats;
  private final Map<String, Contribution<UpstreamFormat>> upstreamFormats;
  private final Map<String, Contribution<RoutingStrategy>> strategies;
  private final Map<String, Contribution<Scorer>> scorers;

  PluginRegistry(PluginRegistryBuilder builder) {
    providers = sorted(builder.providers);
    Map<String, ProviderContribution> names = new HashMap<>(builder.aliases);
    names.putAll(builder.providers);
    providersByName = Map.copyOf(names);
    clientFormats = sorted(builder.clientFormats);
    upstreamFormats = sorted(builder.upstreamFormats);
    strategies = sorted(builder.strategies);
    scorers = sorted(builder.scorers);
  }

  /**
   * A registry of given extensions, which are not started: for tests and for use without plugin
   * files.
   *
   * @throws IllegalArgumentException when two of them have the same id
   */
  public static PluginRegistry of(Extension... extensions) {
    PluginRegistryBuilder builder = new PluginRegistryBuilder();
    PluginOrigin origin = new PluginOrigin("built-in", "0.0.0", 0);
    builder
        .add(Provisions.of(origin, List.of(extensions)))
        .ifPresent(
            clash -> {
              throw new IllegalArgumentException(clash.reason());
            });
    return builder.build();
  }

  /** Every provider. */
  public List<ProviderContribution> providers() {
    return List.copyOf(providers.values());
  }

  /** The provider of an id or of an alias; an id goes before the same alias of another. */
  public Optional<ProviderContribution> provider(String idOrAlias) {
    return Optional.ofNullable(providersByName.get(idOrAlias));
  }

  /** Every format that clients can speak. */
  public List<Contribution<ClientFormat>> clientFormats() {
    return List.copyOf(clientFormats.values());
  }

  /** A format that clients can speak. */
  public Optional<Contribution<ClientFormat>> clientFormat(String format) {
    return Optional.ofNullable(clientFormats.get(format));
  }

  /** Every format that upstreams can be spoken to in. */
  public List<Contribution<UpstreamFormat>> upstreamFormats() {
    return List.copyOf(upstreamFormats.values());
  }

  /** A format that upstreams can be spoken to in. */
  public Optional<Contribution<UpstreamFormat>> upstreamFormat(String format) {
    return Optional.ofNullable(upstreamFormats.get(format));
  }

  /** Every routing strategy. */
  public List<Contribution<RoutingStrategy>> strategies() {
    return List.copyOf(strategies.values());
  }

  /** A routing strategy. */
  public Optional<Contribution<RoutingStrategy>> strategy(String id) {
    return Optional.ofNullable(strategies.get(id));
  }

  /** Every scorer. */
  public List<Contribution<Scorer>> scorers() {
    return List.copyOf(scorers.values());
  }

  /** A scorer. */
  public Optional<Contribution<Scorer>> scorer(String id) {
    return Optional.ofNullable(scorers.get(id));
  }

  private static <T> Map<String, T> sorted(Map<String, T> values) {
    return Collections.unmodifiableMap(new TreeMap<>(values));
  }
}
