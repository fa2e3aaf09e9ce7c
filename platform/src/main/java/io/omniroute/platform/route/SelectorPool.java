package io.omniroute.platform.route;

import io.omniroute.api.config.Config;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.routing.Selector;
import io.omniroute.platform.plugin.Contribution;
import io.omniroute.platform.plugin.PluginOrigin;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps one selector a pool, as long as its strategy is the same one. */
final class SelectorPool {

  private final ConcurrentHashMap<String, Made> selectors = new ConcurrentHashMap<>();

  Selector of(String pool, Contribution<RoutingStrategy> strategy) {
    Made made = selectors.get(pool);
    if (made == null || !made.origin.equals(strategy.origin())) {
      Config defaults = strategy.service().configSchema().resolve(JsonObject.EMPTY);
      made = new Made(strategy.origin(), strategy.service().selector(defaults));
      selectors.put(pool, made);
    }
    return made.selector;
  }

  /** Drops selectors of strategies that are gone, so that nothing holds their plugins. */
  void clear() {
    selectors.clear();
  }

  private record Made(PluginOrigin origin, Selector selector) {}
}
