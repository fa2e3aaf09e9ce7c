package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every adapter does with settings. */
public abstract class SettingsContract extends StoreContract {

  @Test
  void aValueComesBackToTheLetterAfterRestart() {
    String json = "{ \"a\" : [1, 2.50, \"é\\n\"] }";
    store.settings().put("settings", "theme", json);

    restart();

    assertThat(store.settings().find("settings", "theme")).contains(json);
    assertThat(store.settings().find("settings", "other")).isEmpty();
    assertThat(store.settings().find("other", "theme")).isEmpty();
  }

  @Test
  void namespacesAreApart() {
    store.settings().put("b", "k", "1");
    store.settings().put("a", "z", "2");
    store.settings().put("a", "k", "3");

    assertThat(store.settings().all("a")).containsExactly(Map.entry("k", "3"), Map.entry("z", "2"));
    assertThat(store.settings().snapshot())
        .containsExactly(
            Map.entry("a", Map.of("k", "3", "z", "2")), Map.entry("b", Map.of("k", "1")));
  }

  @Test
  void severalValuesAreSetTogetherOrNotAtAll() {
    Map<String, String> values = new TreeMap<>(Map.of("a", "1", "b", "not json"));

    assertThatThrownBy(() -> store.settings().putAll("settings", values))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.settings().all("settings")).isEmpty();

    store.settings().putAll("settings", Map.of("a", "1", "b", "true"));
    assertThat(store.settings().all("settings")).isEqualTo(Map.of("a", "1", "b", "true"));
  }

  @Test
  void anUpdateAddsChangesAndRemoves() {
    store.settings().putAll("settings", Map.of("keep", "1", "change", "1", "drop", "1"));

    store
        .settings()
        .update(
            "settings",
            values -> {
              Map<String, String> next = new HashMap<>(values);
              next.remove("drop");
              next.put("change", "2");
              next.put("add", "3");
              return next;
            });

    assertThat(store.settings().all("settings"))
        .isEqualTo(Map.of("keep", "1", "change", "2", "add", "3"));
  }

  @Test
  void anUpdateWithBadJsonChangesNothing() {
    store.settings().put("settings", "a", "1");

    assertThatThrownBy(
            () -> store.settings().update("settings", values -> Map.of("a", "2", "b", "{")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.settings().all("settings")).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void concurrentUpdatesLoseNothing() throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        String key = "k" + i;
        running.add(
            threads.submit(
                () ->
                    store
                        .settings()
                        .update(
                            "settings",
                            values -> {
                              Map<String, String> next = new HashMap<>(values);
                              next.put(key, "1");
                              return next;
                            })));
      }
    }
    for (Future<?> future : running) {
      future.get();
    }

    assertThat(store.settings().all("settings")).hasSize(40);
  }

  @Test
  void deletingTellsWhetherThereWasOne() {
    store.settings().put("settings", "a", "null");

    assertThat(store.settings().delete("settings", "a")).isTrue();
    assertThat(store.settings().delete("settings", "a")).isFalse();
  }

  @Test
  void aClosedStoreSaysSo() {
    store.close();

    assertThatThrownBy(() -> store.settings().put("settings", "a", "1"))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CLOSED));
    assertThatThrownBy(() -> store.settings().all("settings"))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CLOSED));
  }
}
