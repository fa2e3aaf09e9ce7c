package io.omniroute.platform.plugin;

import io.omniroute.api.Extension;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.scoring.Scorer;
import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.Translator;
import io.omniroute.api.translate.UpstreamFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginRuntimeException;

/**
 * What one plugin provides, asked of it once: ids and descriptors do not change, and the request
 * path must not depend on a plugin's own look-ups.
 */
record Provisions(
    List<ProviderContribution> providers,
    List<Contribution<ClientFormat>> clientFormats,
    List<Contribution<UpstreamFormat>> upstreamFormats,
    List<Contribution<RoutingStrategy>> strategies,
    List<Contribution<Scorer>> scorers) {

  static final Provisions NONE =
      new Provisions(List.of(), List.of(), List.of(), List.of(), List.of());

  Provisions {
    providers = List.copyOf(providers);
    clientFormats = List.copyOf(clientFormats);
    upstreamFormats = List.copyOf(upstreamFormats);
    strategies = List.copyOf(strategies);
    scorers = List.copyOf(scorers);
  }

  /** Asks every extension what it is: runs plugin code. */
  static Provisions of(PluginOrigin origin, List<? extends Extension> extensions) {
    List<ProviderContribution> providers = new ArrayList<>();
    List<Contribution<ClientFormat>> clients = new ArrayList<>();
    List<Contribution<UpstreamFormat>> upstreams = new ArrayList<>();
    List<Contribution<RoutingStrategy>> strategies = new ArrayList<>();
    List<Contribution<Scorer>> scorers = new ArrayList<>();
    for (Extension extension : extensions) {
      if (extension instanceof Provider provider) {
        providers.add(new ProviderContribution(provider.descriptor(), provider, origin));
      }
      if (extension instanceof Translator translator) {
        String format = id(translator.format(), translator);
        translator
            .clientFormat()
            .ifPresent(it -> clients.add(new Contribution<>(format, it, origin)));
        translator
            .upstreamFormat()
            .ifPresent(it -> upstreams.add(new Contribution<>(format, it, origin)));
      }
      if (extension instanceof RoutingStrategy strategy) {
        strategies.add(new Contribution<>(id(strategy.id(), strategy), strategy, origin));
      }
      if (extension instanceof Scorer scorer) {
        scorers.add(new Contribution<>(id(scorer.id(), scorer), scorer, origin));
      }
    }
    return new Provisions(providers, clients, upstreams, strategies, scorers);
  }

  /** Plugins are compiled elsewhere: what must not be null may be. */
  private static String id(@Nullable String id, Extension extension) {
    if (id == null || id.isBlank()) {
      throw new PluginRuntimeException(
          "has an extension without an id: " + extension.getClass().getName());
    }
    return id;
  }

  /** The same as a list for people: a format once, whatever sides it has. */
  List<Provided> list() {
    List<Provided> all = new ArrayList<>();
    providers.forEach(it -> all.add(new Provided(PluginKind.PROVIDER, it.id())));
    clientFormats.forEach(it -> all.add(new Provided(PluginKind.TRANSLATOR, it.id())));
    upstreamFormats.forEach(it -> all.add(new Provided(PluginKind.TRANSLATOR, it.id())));
    strategies.forEach(it -> all.add(new Provided(PluginKind.ROUTING, it.id())));
    scorers.forEach(it -> all.add(new Provided(PluginKind.SCORER, it.id())));
    return all.stream().distinct().toList();
  }

  /** The same in words. */
  String words() {
    return list().stream()
        .map(it -> it.kind().name().toLowerCase(Locale.ROOT) + " " + it.id())
        .collect(Collectors.joining(", "));
  }
}
