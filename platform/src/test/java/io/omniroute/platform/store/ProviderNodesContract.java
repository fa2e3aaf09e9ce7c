package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What every adapter does with endpoints added by hand. */
public abstract class ProviderNodesContract extends StoreContract {

  private static ProviderNode node(String id, String prefix) {
    return new ProviderNode(
        id, "family", "Mine", prefix, "chat", "http://localhost:1/v1", MOMENT, MOMENT);
  }

  @Test
  void comesBackAfterRestart() {
    ProviderNode saved = store.providerNodes().save(node("node-1", "mine"));

    restart();

    assertThat(store.providerNodes().find("node-1")).contains(saved);
    assertThat(store.providerNodes().all()).containsExactly(saved);
  }

  @Test
  void refusesAPrefixThatIsTaken() {
    store.providerNodes().save(node("node-1", "mine"));

    assertThatThrownBy(() -> store.providerNodes().save(node("node-2", "mine")))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT));
    assertThat(store.providerNodes().all()).hasSize(1);
    // The failure must not have spoilt the connection for what follows.
    assertThat(store.providerNodes().save(node("node-2", "other")).prefix()).isEqualTo("other");
  }

  @Test
  void anUpdateKeepsWhatItDoesNotTouch() {
    store.providerNodes().save(node("node-1", "mine"));

    ProviderNode updated =
        store
            .providerNodes()
            .update(
                "node-1",
                current ->
                    new ProviderNode(
                        current.id(),
                        current.type(),
                        "Renamed",
                        current.prefix(),
                        null,
                        current.baseUrl(),
                        current.createdAt(),
                        current.updatedAt()))
            .orElseThrow();

    assertThat(store.providerNodes().find("node-1")).contains(updated);
    assertThat(updated.name()).isEqualTo("Renamed");
    assertThat(updated.apiType()).isNull();
    assertThat(updated.createdAt()).isEqualTo(MOMENT);
  }

  @Test
  void deletingTakesItsAccountsAlong() {
    store.providerNodes().save(node("node-1", "mine"));
    store.connections().save(Connection.builder("node-1", AuthType.API_KEY, "its").build());
    Connection other =
        store.connections().save(Connection.builder("acme", AuthType.API_KEY, "other").build());

    assertThat(store.providerNodes().delete("node-1")).isTrue();

    assertThat(store.connections().all()).containsExactly(other);
    assertThat(store.providerNodes().delete("node-1")).isFalse();
  }
}
