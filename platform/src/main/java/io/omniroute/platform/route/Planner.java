package io.omniroute.platform.route;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.Config;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.routing.Candidate;
import io.omniroute.api.routing.RoutingContext;
import io.omniroute.api.translate.RequestHead;
import io.omniroute.platform.plugin.PluginRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Turns the model a client asked for into a plan. Thread-safe; reads immutable snapshots only, so
 * it never blocks.
 */
public final class Planner {

  private static final String DEFAULT_STRATEGY = "fill-first";

  private final AccountDirectory accounts;
  private final NodeDirectory nodes;
  private final SelectorPool selectors = new SelectorPool();
  private final Clock clock;

  /** A planner over the given snapshots. */
  public Planner(AccountDirectory accounts, NodeDirectory nodes, Clock clock) {
    this.accounts = accounts;
    this.nodes = nodes;
    this.clock = clock;
  }

  /** Forgets what strategies keep: their plugins may have changed. */
  public void pluginsChanged() {
    selectors.clear();
  }

  /**
   * The targets of a request in their order.
   *
   * @throws GatewayException {@code INVALID_REQUEST} where the model names no provider, or the
   *     provider has no account
   */
  public Plan plan(RequestHead head, PluginRegistry registry) {
    ModelName name = new ModelResolver(registry, nodes, accounts).resolve(head.model());
    ProviderDescriptor provider = name.provider().descriptor();
    ModelInfo model = provider.model(name.model()).orElseGet(() -> ModelInfo.chat(name.model()));
    List<AccountDirectory.Entry> pool = pool(provider);
    if (pool.size() == 1) {
      return new Plan(List.of(new Target(name.provider(), model, pool.getFirst().account())));
    }
    List<Target> targets = new ArrayList<>(pool.size());
    for (Candidate candidate : order(head, registry, name.provider(), model, pool)) {
      pool.stream()
          .filter(entry -> entry.account().id().equals(candidate.id()))
          .findFirst()
          .ifPresent(entry -> targets.add(new Target(name.provider(), model, entry.account())));
    }
    if (targets.isEmpty()) {
      throw noCredentials(provider);
    }
    return new Plan(targets);
  }

  private List<AccountDirectory.Entry> pool(ProviderDescriptor provider) {
    List<AccountDirectory.Entry> pool = accounts.of(provider.id());
    if (!pool.isEmpty()) {
      return pool;
    }
    if (provider.auth().type() != AuthScheme.Type.NONE) {
      throw noCredentials(provider);
    }
    Account anybody =
        new Account(
            provider.id(), provider.name(), null, accounts.baseUrl(provider.id()), Config.EMPTY);
    return List.of(new AccountDirectory.Entry(anybody, 1));
  }

  private List<Candidate> order(
      RequestHead head,
      PluginRegistry registry,
      Provider provider,
      ModelInfo model,
      List<AccountDirectory.Entry> pool) {
    ProviderDescriptor descriptor = provider.descriptor();
    List<Candidate> candidates =
        pool.stream()
            .map(
                entry ->
                    new Candidate(
                        entry.account().id(),
                        descriptor.id(),
                        model.id(),
                        entry.priority(),
                        1,
                        descriptor.tier(),
                        model.price(),
                        Candidate.Statistics.FRESH))
            .toList();
    RoutingContext context =
        new RoutingContext(
            head.model(), head.stream(), null, null, clock.instant(), ThreadLocalRandom.current());
    return registry
        .strategy(DEFAULT_STRATEGY)
        .map(strategy -> selectors.of(descriptor.id(), strategy).order(context, candidates))
        .orElse(candidates);
  }

  private static GatewayException noCredentials(ProviderDescriptor provider) {
    return new GatewayException(
            ErrorCode.INVALID_REQUEST, "No credentials for provider: " + provider.id())
        .withParameter("model");
  }
}
