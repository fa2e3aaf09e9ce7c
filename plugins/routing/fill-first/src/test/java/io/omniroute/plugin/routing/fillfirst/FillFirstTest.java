package io.omniroute.plugin.routing.fillfirst;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.config.Config;
import io.omniroute.api.provider.Tier;
import io.omniroute.api.routing.Candidate;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.testkit.RoutingConformance;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillFirstTest extends RoutingConformance {

  @Override
  protected RoutingStrategy strategy() {
    return new FillFirst();
  }

  @Test
  void theSmallestPriorityComesFirstAndEqualsKeepTheirOrder() {
    List<Candidate> given =
        List.of(candidate("a", 2), candidate("b", 1), candidate("c", 2), candidate("d", 1));

    assertThat(new FillFirst().selector(Config.EMPTY).order(context(), given))
        .extracting(Candidate::id)
        .containsExactly("b", "d", "a", "c");
  }

  private static Candidate candidate(String id, int priority) {
    return new Candidate(id, "p", "m", priority, 1, Tier.FREE, null, Candidate.Statistics.FRESH);
  }
}
