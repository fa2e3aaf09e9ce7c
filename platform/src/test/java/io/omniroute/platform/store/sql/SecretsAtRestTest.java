package io.omniroute.platform.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.platform.store.ApiKey;
import io.omniroute.platform.store.AuthType;
import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.Credentials;
import io.omniroute.platform.store.KeyFile;
import io.omniroute.platform.store.PluginState;
import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreException.Kind;
import io.omniroute.platform.store.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets on the disk: unreadable without their key, and the wrong key stops the start. */
class SecretsAtRestTest {

  private static final String NEEDLE = "n33dle-in-the-files";

  @TempDir Path folder;

  private Store open(@Nullable String passphrase) {
    return SqliteStore.open(new StoreOptions(folder, Secret.ofNullable(passphrase)));
  }

  private void assertRefused(@Nullable String passphrase, String sentence) {
    assertThatThrownBy(() -> open(passphrase).close())
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ENCRYPTION))
        .hasMessageContaining(sentence);
  }

  private static Connection account(String id) {
    Secret secret = Secret.of(NEEDLE + id);
    return Connection.builder("acme", AuthType.OAUTH, "work")
        .id(id)
        .credentials(new Credentials(secret, secret, secret, secret, secret, null, null))
        .build();
  }

  private void fill(@Nullable String passphrase) {
    try (Store store = open(passphrase)) {
      store.connections().save(account("c1"));
      store.connections().save(account("c2"));
      store.secrets().put("jwt", Secret.of(NEEDLE));
      store
          .plugins()
          .save(
              PluginState.seen("acme", "", Instant.EPOCH)
                  .withConfig(Secret.of("{\"token\":\"" + NEEDLE + "\"}")));
      store.apiKeys().save(key(store));
    }
  }

  private static ApiKey key(Store store) {
    return new ApiKey(
        "k1",
        "laptop",
        store.apiKeys().hash(NEEDLE),
        "n33dle-i",
        "iles",
        "m",
        List.of(),
        true,
        Instant.EPOCH,
        null,
        null);
  }

  private void assertEverythingOpens(@Nullable String passphrase) {
    try (Store store = open(passphrase)) {
      assertThat(store.connections().find("c1").orElseThrow().credentials())
          .isEqualTo(account("c1").credentials());
      assertThat(store.secrets().find("jwt")).contains(Secret.of(NEEDLE));
      assertThat(store.plugins().find("acme").orElseThrow().config().reveal()).contains(NEEDLE);
      assertThat(store.apiKeys().findByHash(store.apiKeys().hash(NEEDLE))).isPresent();
    }
  }

  @Test
  void noFileHoldsASecretInPlainText() throws IOException {
    try (Store store = open(null)) {
      store.connections().save(account("c1"));
      store.secrets().put("jwt", Secret.of(NEEDLE));
      store.apiKeys().save(key(store));
      // While it is open the journal is there as well.
      assertNoNeedle();
    }
    assertNoNeedle();
  }

  private void assertNoNeedle() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(NEEDLE);
      }
    }
  }

  @Test
  void aMissingKeyFileStopsTheStartAndComesBackToUse() throws IOException {
    fill(null);
    Path key = KeyFile.in(folder).path();
    Path aside = folder.resolve("aside");
    Files.move(key, aside);

    assertRefused(null, "is missing, but the database holds secrets encrypted with it");
    assertThat(key).doesNotExist();

    Files.move(aside, key);
    assertEverythingOpens(null);
  }

  @Test
  void anotherKeyFileStopsTheStart() throws IOException {
    fill(null);
    Path other = Files.createDirectory(folder.resolve("other"));
    KeyFile strange = KeyFile.in(other);
    strange.create();
    Path own = KeyFile.in(folder).path();
    String ownText = Files.readString(own);
    Files.move(strange.path(), own, StandardCopyOption.REPLACE_EXISTING);

    assertRefused(null, "is not the one that the database was encrypted with");

    // The right id does not help the wrong key.
    String ownId = ownText.split(":", -1)[2];
    String strangeId = Files.readString(own).split(":", -1)[2];
    Files.writeString(own, Files.readString(own).replace(strangeId, ownId));
    assertRefused(null, "is not the one that the database was encrypted with");

    Files.writeString(own, ownText);
    assertEverythingOpens(null);
  }

  @Test
  void aPassphraseReplacesTheKeyFileFromTheStart() {
    fill("correct horse");

    assertThat(KeyFile.in(folder).path()).doesNotExist();
    assertEverythingOpens("correct horse");
    assertRefused("wrong horse", "STORAGE_ENCRYPTION_KEY is not the one");
    assertRefused(null, "STORAGE_ENCRYPTION_KEY, which is not set");
  }

  @Test
  void aPassphraseGivenLaterTakesEverythingOver() throws IOException {
    fill(null);

    assertEverythingOpens("correct horse");

    Files.delete(KeyFile.in(folder).path());
    assertEverythingOpens("correct horse");
    assertRefused(null, "STORAGE_ENCRYPTION_KEY, which is not set");
  }

  @Test
  void aSecretCopiedToAnotherRowIsRefusedOnReading() throws SQLException {
    fill(null);
    try (Session session = Session.writer(folder.resolve("storage.sqlite"))) {
      session.transact(
          dsl ->
              dsl.execute(
                  """
                  update provider_connections
                  set api_key = (select api_key from provider_connections where id = 'c1')
                  where id = 'c2'
                  """));
    }

    try (Store store = open(null)) {
      assertThat(store.connections().find("c1")).isPresent();
      assertThatThrownBy(() -> store.connections().find("c2"))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ENCRYPTION))
          .hasMessageContaining("provider_connections.api_key of row c2");
    }
  }
}
