package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every adapter does with the keys that the gateway hands out. */
public abstract class ApiKeysContract extends StoreContract {

  private static final String KEY = "sk-0123456789abcdef-k3y1d0-0badcafe";

  private ApiKey entry(String id, String key) {
    return new ApiKey(
        id,
        "laptop",
        store.apiKeys().hash(key),
        "sk-01234",
        "cafe",
        "0123456789abcdef",
        List.of("acme/*", "with \"quotes\""),
        true,
        MOMENT,
        null,
        MOMENT.plusSeconds(3600));
  }

  @Test
  void isFoundByItsHashAfterRestart() {
    ApiKey entry = entry("k1", KEY);
    store.apiKeys().save(entry);

    restart();

    assertThat(store.apiKeys().findByHash(store.apiKeys().hash(KEY))).contains(entry);
    assertThat(store.apiKeys().findByHash(store.apiKeys().hash(KEY + "x"))).isEmpty();
    assertThat(store.apiKeys().find("k1")).contains(entry);
  }

  @Test
  void theHashHoldsNothingOfTheKeyAndDiffersFromStoreToStore() {
    String hash = store.apiKeys().hash(KEY);

    assertThat(hash).hasSize(64).matches("[0-9a-f]+").isEqualTo(store.apiKeys().hash(KEY));
    try (Store other = open(StoreOptions.in(folder.resolve("other")))) {
      assertThat(other.apiKeys().hash(KEY)).isNotEqualTo(hash);
    }
  }

  @Test
  void refusesTheSameKeyTwice() {
    store.apiKeys().save(entry("k1", KEY));

    assertThatThrownBy(() -> store.apiKeys().save(entry("k2", KEY)))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT));
  }

  @Test
  void changesOnePartAtATime() {
    store.apiKeys().save(entry("k1", KEY));

    store.apiKeys().update("k1", key -> key.withAllowedModels(List.of()));
    store.apiKeys().update("k1", key -> key.withActive(false));
    store.apiKeys().update("k1", key -> key.withName("desk").withExpiresAt(null));

    ApiKey found = store.apiKeys().find("k1").orElseThrow();
    assertThat(found.allowedModels()).isEmpty();
    assertThat(found.active()).isFalse();
    assertThat(found.name()).isEqualTo("desk");
    assertThat(found.expiresAt()).isNull();
    assertThat(found.hash()).isEqualTo(store.apiKeys().hash(KEY));
  }

  @Test
  void useIsNotedAndNeverPutBack() {
    store.apiKeys().save(entry("k1", KEY));

    store.apiKeys().touch(Map.of("k1", MOMENT.plusSeconds(9), "nobody", MOMENT));
    store.apiKeys().touch(Map.of("k1", MOMENT.plusSeconds(5)));

    assertThat(store.apiKeys().find("k1").orElseThrow().lastUsedAt())
        .isEqualTo(MOMENT.plusSeconds(9));
    assertThat(store.apiKeys().all()).hasSize(1);
  }

  @Test
  void anExpiredOrInactiveKeyIsNotUsable() {
    ApiKey entry = entry("k1", KEY);

    assertThat(entry.usableAt(MOMENT)).isTrue();
    assertThat(entry.usableAt(MOMENT.plusSeconds(3600))).isFalse();
    assertThat(entry.withActive(false).usableAt(MOMENT)).isFalse();
    assertThat(entry.masked()).isEqualTo("sk-01234****cafe");
  }

  @Test
  void isGoneAfterDeletion() {
    store.apiKeys().save(entry("k1", KEY));

    assertThat(store.apiKeys().delete("k1")).isTrue();
    assertThat(store.apiKeys().findByHash(store.apiKeys().hash(KEY))).isEmpty();
    assertThat(store.apiKeys().delete("k1")).isFalse();
  }
}
