package io.omniroute.platform.management;

import static io.omniroute.platform.management.TestGateway.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.api.GatewayException;
import io.omniroute.platform.auth.ApiKeys;
import io.omniroute.platform.management.KeyService.IssuedKey;
import io.omniroute.platform.management.KeyService.KeyChange;
import io.omniroute.platform.management.KeyService.KeyView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  @TempDir Path folder;
  private TestGateway gateway;
  private KeyService keys;
  private ApiKeys accepted;

  @BeforeEach
  void open() {
    gateway = TestGateway.in(folder, Map.of());
    keys = gateway.services().keys();
    accepted = gateway.management.keys();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aNewKeyIsAcceptedAtOnceAndShownOnce() {
    IssuedKey key = keys.create("my ide", List.of("acme/*"), null, PERSON);

    assertThat(accepted.authenticate(key.secret()).orElseThrow().keyName()).isEqualTo("my ide");
    assertThat(key.view().masked())
        .isEqualTo(
            key.secret().substring(0, 8)
                + "****"
                + key.secret().substring(key.secret().length() - 4));
    assertThat(keys.keys()).containsExactly(key.view());
    assertThat(keys.keys().toString() + key).doesNotContain(key.secret());
  }

  @Test
  void aDeletedKeyIsRefusedAtOnce() {
    IssuedKey key = keys.create("a", List.of(), null, PERSON);

    keys.delete(key.view().id(), PERSON);

    assertThat(accepted.authenticate(key.secret())).isEmpty();
    assertThatThrownBy(() -> keys.delete(key.view().id(), PERSON))
        .isInstanceOf(GatewayException.class)
        .hasMessage("Key not found");
  }

  @Test
  void aRotatedKeyKeepsAllButItsSecret() {
    IssuedKey old = keys.create("a", List.of("acme/*"), null, PERSON);

    IssuedKey fresh = keys.rotate(old.view().id(), PERSON);

    assertThat(accepted.authenticate(old.secret())).isEmpty();
    assertThat(accepted.authenticate(fresh.secret()).orElseThrow().allows("other")).isFalse();
    assertThat(fresh.view().id()).isEqualTo(old.view().id());
    assertThat(fresh.view().name()).isEqualTo("a");
    assertThat(fresh.view().allowedModels()).containsExactly("acme/*");
  }

  @Test
  void aChangeActsAtOnce() {
    IssuedKey key = keys.create("a", List.of(), null, PERSON);
    String id = key.view().id();

    KeyView limited =
        keys.update(
            id,
            new KeyChange(Patch.set("b"), Patch.set(List.of("acme/*")), Patch.keep(), Patch.keep()),
            PERSON);
    assertThat(limited.name()).isEqualTo("b");
    assertThat(accepted.authenticate(key.secret()).orElseThrow().allows("other")).isFalse();

    keys.update(
        id, new KeyChange(Patch.keep(), Patch.keep(), Patch.set(false), Patch.keep()), PERSON);
    assertThat(accepted.authenticate(key.secret())).isEmpty();
  }

  @Test
  void aKeyEndsWhenItWasToldTo() {
    IssuedKey key =
        keys.create("a", List.of(), gateway.clock.instant().plus(Duration.ofHours(1)), PERSON);

    assertThat(accepted.authenticate(key.secret())).isPresent();
    gateway.clock.pass(Duration.ofHours(1));
    assertThat(accepted.authenticate(key.secret())).isEmpty();
    keys.update(
        key.view().id(),
        new KeyChange(Patch.keep(), Patch.keep(), Patch.keep(), Patch.set(null)),
        PERSON);
    assertThat(accepted.authenticate(key.secret())).isPresent();
  }

  @Test
  void everyFaultIsNamed() {
    InvalidInput refused =
        catchThrowableOfType(
            InvalidInput.class,
            () -> keys.create("a/b", List.of(" "), gateway.clock.instant(), PERSON));

    assertThat(TestGateway.faults(refused))
        .extracting(fault -> fault.split(" ")[0])
        .containsExactly("name", "allowedModels", "expiresAt");
    assertThat(keys.keys()).isEmpty();
  }

  @Test
  void keysAndTheirLastUseOutliveARestart() {
    IssuedKey key = keys.create("a", List.of(), null, PERSON);
    accepted.authenticate(key.secret());
    gateway.close();
    gateway = TestGateway.in(folder, Map.of());

    assertThat(gateway.management.keys().authenticate(key.secret())).isPresent();
    assertThat(gateway.services().keys().keys().getFirst().lastUsedAt())
        .isEqualTo(gateway.clock.instant());
  }
}
