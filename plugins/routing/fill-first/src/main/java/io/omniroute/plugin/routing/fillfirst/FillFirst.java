package io.omniroute.plugin.routing.fillfirst;

import io.omniroute.api.config.Config;
import io.omniroute.api.routing.Candidate;
import io.omniroute.api.routing.RoutingContext;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.routing.Selector;
import java.util.Comparator;
import java.util.List;

/**
 * Uses the first candidate until it cannot serve any more, then the next: the person's own priority
 * decides, and among equals the pool's own order. Stateless and thread-safe.
 */
public final class FillFirst implements RoutingStrategy {
  private static final Comparator<Candidate> BY_PRIORITY =
      Comparator.comparingInt(Candidate::priority);

  /** Made by the host. */
  public FillFirst() {}

  @Override
  public String id() {
    return "fill-first";
  }

  @Override
  public String name() {
    return "Fill first";
  }

  @Override
  public String description() {
    return "Uses the first candidate until it cannot serve any more, then the next.";
  }

  @Override
  public Selector selector(Config config) {
    return FillFirst::byPriority;
  }

  private static List<Candidate> byPriority(RoutingContext context, List<Candidate> candidates) {
    return candidates.stream().sorted(BY_PRIORITY).toList();
  }
}
