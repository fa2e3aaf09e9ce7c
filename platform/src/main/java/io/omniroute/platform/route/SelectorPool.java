package io.omniroute.platform.route;

import io.omniroute.api.config.Config;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.routing.Selector;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps one selector a pool, as long as its strategy is the same one. */
final class SelectorPool {

  private final ConcurrentHashMap<String, Made> selectors = new ConcurrentHashMap<>();

  Selector of(String pool, RoutingStrategy strategy) {
    Made made = selectors.get(pool);
    if (made == null || made.strategy != strategy) {
      Config defaults = strategy.configSchema().resolve(JsonObject.EMPTY);
      made = new Made(strategy, strategy.selector(defaults));
      selectors.put(pool, made);
    }
    return made.selector;
  }

  /** Drops selectors of strategies that are gone, so that nothing holds their plugins. */
  void clear() {
    selectors.clear();
  }

  private record Made(RoutingStrategy strategy, Selector selector) {}
}
