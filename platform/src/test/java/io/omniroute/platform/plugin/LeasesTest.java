package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LeasesTest {

  @Test
  void aRegistryEndsWithItsLastUserAndOnlyOnce() {
    AtomicInteger ends = new AtomicInteger();
    LeaseCounter counter = new LeaseCounter(PluginRegistry.EMPTY, ends::incrementAndGet);
    assertThat(counter.tryAcquire()).isTrue();
    PluginLease lease = new PluginLease(counter);

    counter.release();
    assertThat(ends).hasValue(0);
    lease.close();
    lease.close();
    assertThat(ends).hasValue(1);
    assertThat(counter.tryAcquire()).as("it is over").isFalse();
    assertThat(ends).hasValue(1);
  }

  @Test
  void noRegistryEndsUnderItsUsers() throws Exception {
    AtomicBoolean running = new AtomicBoolean(true);
    AtomicInteger violations = new AtomicInteger();
    Rounds rounds = new Rounds();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> users = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        users.add(threads.submit(() -> use(rounds, running, violations)));
      }
      for (int i = 0; i < 20_000; i++) {
        rounds.next();
      }
      running.set(false);
      for (Future<?> user : users) {
        user.get();
      }
    }
    assertThat(violations).hasValue(0);
    assertThat(rounds.ended).hasValue(20_000);
  }

  private static void use(Rounds rounds, AtomicBoolean running, AtomicInteger violations) {
    while (running.get()) {
      Round round = rounds.current;
      if (round.counter.tryAcquire()) {
        if (round.over.get()) {
          violations.incrementAndGet();
        }
        round.counter.release();
      }
    }
  }

  /** One registry after the other, as reloads make them. */
  private static final class Rounds {

    final AtomicInteger ended = new AtomicInteger();
    volatile Round current = new Round(ended);

    void next() {
      Round before = current;
      current = new Round(ended);
      before.counter.release();
    }
  }

  private static final class Round {

    final AtomicBoolean over = new AtomicBoolean();
    final LeaseCounter counter;

    Round(AtomicInteger ended) {
      counter =
          new LeaseCounter(
              PluginRegistry.EMPTY,
              () -> {
                over.set(true);
                ended.incrementAndGet();
              });
    }
  }
}
