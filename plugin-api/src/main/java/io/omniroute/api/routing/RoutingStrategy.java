package io.omniroute.api.routing;

import io.omniroute.api.Extension;
import io.omniroute.api.config.Config;
import io.omniroute.api.config.ConfigSchema;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides in which order candidates are tried. One class is enough for a strategy: the host finds
 * the candidates, leaves out those that cannot serve, and tries the rest in the order given.
 */
public interface RoutingStrategy extends Extension {

  /** The strategy's id, such as {@code fill-first}. */
  String id();

  /** Its name for people. */
  String name();

  /** One sentence about it. */
  String description();

  /** What it can order; by default accounts and combos. */
  default Set<Scope> scopes() {
    return EnumSet.allOf(Scope.class);
  }

  /** Its settings; by default none. */
  default ConfigSchema configSchema() {
    return ConfigSchema.EMPTY;
  }

  /**
   * Makes a selector for one pool (a provider's accounts, or a combo). It lives as long as the
   * pool's settings do and may keep state.
   */
  Selector selector(Config config);

  /** What a strategy can order. */
  enum Scope {
    /** The accounts of one provider. */
    ACCOUNTS,
    /** The targets of a combo. */
    COMBO
  }
}
