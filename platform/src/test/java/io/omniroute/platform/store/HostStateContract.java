package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every adapter does with the gateway's own secrets, plugins and the audit log. */
public abstract class HostStateContract extends StoreContract {

  @Test
  void aSecretComesBackAfterRestart() {
    store.secrets().put("session-key", Secret.of("s3cr3t é"));

    restart();

    assertThat(store.secrets().find("session-key")).contains(Secret.of("s3cr3t é"));
    assertThat(store.secrets().delete("session-key")).isTrue();
    assertThat(store.secrets().find("session-key")).isEmpty();
  }

  @Test
  void everyCallerGetsTheSameFreshSecret() {
    AtomicInteger made = new AtomicInteger();
    Set<String> seen = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        threads.execute(
            () ->
                seen.add(
                    store
                        .secrets()
                        .findOrCreate("jwt", () -> Secret.of("v" + made.incrementAndGet()))
                        .reveal()));
      }
    }

    assertThat(seen).containsExactly("v1");
    assertThat(store.secrets().find("jwt")).contains(Secret.of("v1"));
  }

  @Test
  void pluginStateComesBackAfterRestart() {
    PluginState state =
        new PluginState(
            "acme",
            false,
            "1.2.0",
            "1.1.0",
            Secret.of("{\"token\":\"t0ps3cret\"}"),
            "ab12",
            MOMENT);
    store.plugins().save(state);
    store.plugins().save(PluginState.seen("beta", "", MOMENT));

    restart();

    assertThat(store.plugins().find("acme")).contains(state);
    assertThat(store.plugins().all()).containsExactly(state, PluginState.seen("beta", "", MOMENT));
    assertThat(state.toString()).doesNotContain("t0ps3cret");
  }

  @Test
  void aPluginIsSwitchedWithoutLosingItsSettings() {
    store.plugins().save(PluginState.seen("acme", "ab", MOMENT).withConfig(Secret.of("{\"a\":1}")));

    assertThat(store.plugins().update("acme", state -> state.withEnabled(false)))
        .map(PluginState::enabled)
        .contains(false);

    assertThat(store.plugins().find("acme").orElseThrow().config().reveal()).isEqualTo("{\"a\":1}");
    assertThat(store.plugins().delete("acme")).isTrue();
    assertThat(store.plugins().update("acme", state -> state)).isEmpty();
  }

  @Test
  void pluginSettingsMustBeAJsonObject() {
    PluginState state = PluginState.seen("acme", "", MOMENT);

    assertThatThrownBy(() -> state.withConfig(Secret.of("t0ps3cret")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("t0ps3cret");
  }

  @Test
  void auditEntriesArePagedNewestFirst() {
    IntStream.range(0, 5)
        .mapToObj(
            i ->
                // Two share a moment: paging must not lose one of them.
                new AuditEntry(
                    "id" + i,
                    MOMENT.plusSeconds(i / 2),
                    "key.create",
                    "session",
                    "k" + i,
                    "d",
                    "::1"))
        .forEach(store.auditLog()::append);

    var first = store.auditLog().page(2, null);
    var second = store.auditLog().page(2, first.getLast());
    var third = store.auditLog().page(2, second.getLast());

    assertThat(first).extracting(AuditEntry::id).containsExactly("id4", "id3");
    assertThat(second).extracting(AuditEntry::id).containsExactly("id2", "id1");
    assertThat(third)
        .containsExactly(new AuditEntry("id0", MOMENT, "key.create", "session", "k0", "d", "::1"));
    assertThat(store.auditLog().deleteBefore(MOMENT.plusSeconds(2))).isEqualTo(4);
    assertThat(store.auditLog().page(9, null)).hasSize(1);
  }

  @Test
  void aSoundStoreSaysSoAndTellsItsSize() {
    assertThat(store.integrityCheck()).isEmpty();
    assertThat(store.facts().databaseBytes() + store.facts().journalBytes()).isPositive();
    assertThat(store.facts().schemaVersion()).isPositive();
  }
}
