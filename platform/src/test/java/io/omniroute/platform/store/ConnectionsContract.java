package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every adapter does with accounts. */
public abstract class ConnectionsContract extends StoreContract {

  private static Connection full() {
    return Connection.builder("acme", AuthType.OAUTH, "work")
        .email("a@example.org")
        .priority(3)
        .globalPriority(7)
        .active(false)
        .defaultModel("acme-large")
        .healthCheckMinutes(15)
        .rateLimitProtection(true)
        .projectId("p-1")
        .providerSpecificData("{\"baseUrl\":\"http://localhost:1\"}")
        .credentials(
            new Credentials(
                Secret.of("n33dle-key"),
                Secret.of("n33dle-access"),
                Secret.of("n33dle-refresh"),
                Secret.of("n33dle-id"),
                Secret.of("{\"cookie\":\"n33dle\"}"),
                MOMENT.plusSeconds(60),
                "read write"))
        .health(
            new ConnectionHealth(
                "error", "429", "slow down", MOMENT, 4, MOMENT.plusSeconds(5), MOMENT))
        .consecutiveUseCount(9)
        .lastUsedAt(MOMENT)
        .createdAt(MOMENT)
        .build();
  }

  private static Connection small(String name) {
    return Connection.builder("acme", AuthType.NONE, name).build();
  }

  @Test
  void everyPartComesBackAfterRestart() {
    Connection saved = store.connections().save(full());

    restart();

    assertThat(store.connections().find(saved.id())).contains(saved);
    assertThat(saved).isEqualTo(full().edit().id(saved.id()).updatedAt(saved.updatedAt()).build());
  }

  @Test
  void absentPartsComeBackAbsent() {
    Connection saved = store.connections().save(small("bare"));

    assertThat(store.connections().find(saved.id())).contains(saved);
    assertThat(saved.credentials()).isEqualTo(Credentials.NONE);
    assertThat(saved.health()).isEqualTo(ConnectionHealth.UNKNOWN);
  }

  @Test
  void savingReplacesAndClearsWhatIsGone() {
    Connection saved = store.connections().save(full());

    store
        .connections()
        .save(saved.edit().email(null).credentials(Credentials.NONE).lastUsedAt(null).build());

    Connection found = store.connections().find(saved.id()).orElseThrow();
    assertThat(found.email()).isNull();
    assertThat(found.credentials()).isEqualTo(Credentials.NONE);
    assertThat(found.lastUsedAt()).isNull();
    assertThat(store.connections().all()).hasSize(1);
  }

  @Test
  void savingStampsTheTime() {
    Instant before = Stored.instant(Instant.now());

    Connection saved = store.connections().save(full());

    assertThat(saved.updatedAt()).isAfterOrEqualTo(before);
    assertThat(saved.createdAt()).isEqualTo(MOMENT);
  }

  @Test
  void listsByProviderThenPriorityThenAge() {
    for (String[] row :
        new String[][] {{"zeta", "z1", "1"}, {"acme", "a2", "2"}, {"acme", "a1", "1"}}) {
      store
          .connections()
          .save(
              Connection.builder(row[0], AuthType.NONE, row[1])
                  .priority(Integer.parseInt(row[2]))
                  .build());
    }
    store
        .connections()
        .save(
            Connection.builder("acme", AuthType.NONE, "older")
                .priority(2)
                .createdAt(MOMENT)
                .build());

    assertThat(store.connections().all())
        .extracting(Connection::name)
        .containsExactly("a1", "older", "a2", "z1");
    assertThat(store.connections().ofProvider("acme")).hasSize(3);
    assertThat(store.connections().ofProvider("nobody")).isEmpty();
  }

  @Test
  void concurrentUpdatesLoseNothing() throws Exception {
    Connection saved = store.connections().save(small("shared"));
    List<Future<?>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        running.add(
            threads.submit(
                () ->
                    store
                        .connections()
                        .update(
                            saved.id(),
                            current ->
                                current
                                    .edit()
                                    .consecutiveUseCount(current.consecutiveUseCount() + 1)
                                    .build())));
      }
    }
    for (Future<?> future : running) {
      future.get();
    }

    assertThat(store.connections().find(saved.id()).orElseThrow().consecutiveUseCount())
        .isEqualTo(50);
  }

  @Test
  void updatingNobodyChangesNothing() {
    assertThat(store.connections().update("nobody", current -> current)).isEmpty();
    assertThat(store.connections().all()).isEmpty();
  }

  @Test
  void aFailedChangeIsUndoneAndReported() {
    Connection saved = store.connections().save(small("kept"));

    assertThatThrownBy(
            () ->
                store
                    .connections()
                    .update(
                        saved.id(),
                        current -> {
                          throw new IllegalArgumentException("no");
                        }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
    assertThat(store.connections().find(saved.id())).contains(saved);
  }

  @Test
  void aChangeMayNotSwapTheId() {
    Connection saved = store.connections().save(small("kept"));

    assertThatThrownBy(
            () ->
                store
                    .connections()
                    .update(saved.id(), current -> current.edit().id("other").build()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.connections().all()).containsExactly(saved);
  }

  @Test
  void aChangeThatCallsTheStoreFailsInsteadOfHanging() {
    Connection saved = store.connections().save(small("kept"));

    assertThatThrownBy(
            () ->
                store
                    .connections()
                    .update(
                        saved.id(), current -> store.connections().find(saved.id()).orElseThrow()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void deletingTellsWhetherThereWasOne() {
    Connection saved = store.connections().save(small("gone"));

    assertThat(store.connections().delete(saved.id())).isTrue();
    assertThat(store.connections().delete(saved.id())).isFalse();
    assertThat(store.connections().find(saved.id())).isEmpty();
  }

  @Test
  void refusesProviderDataThatIsNoJsonObject() {
    for (String wrong : List.of("", "[]", "{", "{} {}", "nonsense", "{\"a\":1")) {
      assertThatThrownBy(() -> small("bad").edit().providerSpecificData(wrong).build())
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void printingShowsNoSecret() {
    assertThat(full().toString()).contains("a@example.org").doesNotContain("n33dle");
  }
}
