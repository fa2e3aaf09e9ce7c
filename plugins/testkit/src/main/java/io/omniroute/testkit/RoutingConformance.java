package io.omniroute.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.provider.Tier;
import io.omniroute.api.routing.AttemptOutcome;
import io.omniroute.api.routing.Candidate;
import io.omniroute.api.routing.RoutingContext;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.routing.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every routing strategy must do. Extend it and give the strategy. */
public abstract class RoutingConformance {
  private static final int PARALLEL = 32;
  private static final int ROUNDS = 200;
  private static final List<Tier> TIERS = List.of(Tier.values());

  /** For subclasses. */
  protected RoutingConformance() {}

  /** The strategy. */
  protected abstract RoutingStrategy strategy();

  /** The settings to test with; by default all defaults. */
  protected JsonObject settings() {
    return JsonObject.EMPTY;
  }

  private Selector selector() {
    return strategy().selector(strategy().configSchema().resolve(settings()));
  }

  /** Candidates that differ in all that a strategy may look at. */
  protected static List<Candidate> candidates(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Candidate(
                    "c" + i,
                    "provider" + i % 3,
                    "model",
                    count - i,
                    i,
                    TIERS.get(i % TIERS.size()),
                    null,
                    new Candidate.Statistics(
                        i, i % 2, 0, null, 1, i % 2 == 0 ? null : 10.0 * i, null)))
        .toList();
  }

  /** What a selector is told of a request. */
  protected static RoutingContext context() {
    return new RoutingContext(
        "m", false, 100L, "conversation", Instant.parse("2026-01-01T00:00:00Z"), new Random(7));
  }

  @Test
  void theStrategyTellsWhatItIs() {
    assertTrue(strategy().id().matches("[a-z0-9][a-z0-9-]*"));
    assertFalse(strategy().name().isBlank());
    assertFalse(strategy().description().isBlank());
    assertFalse(strategy().scopes().isEmpty());
  }

  @Test
  void theOrderHoldsCandidatesAndEachOnce() {
    for (int count = 1; count <= 12; count++) {
      Selector selector = selector();
      List<Candidate> given = candidates(count);
      for (int round = 0; round < 20; round++) {
        assertOrder(given, selector.order(context(), given));
      }
    }
  }

  @Test
  void theListThatIsGivenStaysAsItIs() {
    List<Candidate> given = new ArrayList<>(candidates(5));
    List<Candidate> before = List.copyOf(given);
    selector().order(context(), given);

    assertEquals(before, given);
  }

  @Test
  void outcomesOfAnyKindAreTaken() {
    Selector selector = selector();
    List<Candidate> given = candidates(3);
    for (Candidate candidate : given) {
      selector.completed(candidate, new AttemptOutcome(null, Duration.ZERO, null, Usage.NONE));
      selector.completed(
          candidate,
          new AttemptOutcome(
              Failure.of(ErrorCode.RATE_LIMITED, "slow down", Blame.ACCOUNT),
              Duration.ofSeconds(1),
              Duration.ofMillis(5),
              Usage.of(1, 2)));
    }
    assertOrder(given, selector.order(context(), given));
  }

  @Test
  void manyThreadsMayAskAtOnce() throws InterruptedException, ExecutionException {
    Selector selector = selector();
    List<Candidate> given = candidates(7);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < PARALLEL; thread++) {
        running.add(threads.submit(() -> ask(selector, given)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
  }

  private static void ask(Selector selector, List<Candidate> given) {
    for (int round = 0; round < ROUNDS; round++) {
      List<Candidate> order = selector.order(context(), given);
      assertOrder(given, order);
      selector.completed(
          order.getFirst(), new AttemptOutcome(null, Duration.ZERO, null, Usage.NONE));
    }
  }

  private static void assertOrder(List<Candidate> given, List<Candidate> order) {
    assertFalse(order.isEmpty(), "nothing is tried");
    assertTrue(given.containsAll(order), "something that was not given");
    assertEquals(order.size(), new HashSet<>(order).size(), "something twice");
  }
}
