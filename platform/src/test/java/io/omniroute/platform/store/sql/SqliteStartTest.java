package io.omniroute.platform.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreException.Kind;
import io.omniroute.platform.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the store starts, and how it refuses to. */
class SqliteStartTest {

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void chooseFolder() {
    data = folder.resolve("home").resolve("data");
  }

  private Store open() {
    return SqliteStore.open(StoreOptions.in(data));
  }

  private ThrowableAssertAlternative<StoreException> assertRefused(Kind kind) {
    StoreException refusal =
        org.junit.jupiter.api.Assertions.assertThrows(StoreException.class, () -> open().close());
    assertThat(refusal.kind()).isEqualTo(kind);
    return new ThrowableAssertAlternative<>(refusal);
  }

  private Path database() {
    return data.resolve("storage.sqlite");
  }

  @Test
  void everyFileIsForItsOwnerAlone() throws IOException {
    try (Store store = open()) {
      store.settings().put("settings", "a", "1");
      try (var files = Files.list(data)) {
        List<Path> made = files.toList();
        assertThat(made)
            .extracting(file -> file.getFileName().toString())
            .contains("storage.sqlite", "storage.sqlite-wal", "secret.key", "omniroute.lock");
        for (Path file : made) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as(file.toString())
              .isEqualTo("rw-------");
        }
      }
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aSecondGatewayOnTheSameFolderIsRefused() {
    try (Store store = open()) {
      assertRefused(Kind.LOCKED)
          .withMessage(
              "Another gateway (process %d) is using the data directory %s.",
              ProcessHandle.current().pid(), data);
      // The refusal must not have taken the lock of the first one away.
      assertRefused(Kind.LOCKED);
      assertThat(store.settings().all("settings")).isEmpty();
    }
    open().close();
  }

  @Test
  void aDatabaseOfANewerProgramIsRefusedUntouched() throws SQLException {
    open().close();
    try (Session session = Session.writer(database())) {
      session.pragma("user_version = " + (Schema.VERSION + 1));
    }

    assertRefused(Kind.NEWER_SCHEMA).withMessageContaining("newer version of this program");
    assertRefused(Kind.NEWER_SCHEMA);
  }

  @Test
  void theBuiltInVersionIsThatOfTheNewestMigration() {
    open().close();

    var current = Schema.flyway(database()).info().current();

    assertThat(current.getVersion().getVersion()).isEqualTo(Integer.toString(Schema.VERSION));
  }

  @Test
  void aStartThatDiedBeforeNotingTheVersionIsMended() throws SQLException {
    try (Store store = open()) {
      store.settings().put("settings", "a", "1");
    }
    try (Session session = Session.writer(database())) {
      session.pragma("user_version = 0");
    }

    try (Store store = open()) {
      assertThat(store.settings().find("settings", "a")).contains("1");
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.createDirectories(data);
    Files.writeString(database(), "this is not a database, whatever it is called ".repeat(100));

    assertRefused(Kind.CORRUPT).withMessageContaining("is damaged or not a database");
  }

  @Test
  void aDatabaseThatAnotherProgramHoldsIsRefused() throws SQLException {
    open().close();
    try (Session other = Session.writer(database())) {
      other.pragma("locking_mode = EXCLUSIVE");
      other.transact(dsl -> dsl.execute("delete from key_values"));

      assertRefused(Kind.LOCKED).withMessageContaining("locked by another program");
    }
    open().close();
  }

  @Test
  void damageInsideIsFoundByTheCheck() throws IOException {
    try (Store store = open()) {
      for (int i = 0; i < 200; i++) {
        store.settings().put("settings", "key" + i, "\"" + "x".repeat(200) + "\"");
      }
    }
    long size = Files.size(database());
    try (var channel = Files.newByteChannel(database(), StandardOpenOption.WRITE)) {
      channel.position(size - 6_000);
      channel.write(java.nio.ByteBuffer.wrap(new byte[4_000]));
    }

    try (Store store = open()) {
      assertThat(store.integrityCheck()).isNotEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsRefused() throws IOException {
    Files.writeString(folder.resolve("home"), "a file in the way");

    assertRefused(Kind.DISK).withMessageContaining("cannot be used");
  }

  @Test
  void closingTwiceIsHarmlessAndEmptiesTheJournal() throws IOException {
    Store store = open();
    store.settings().put("settings", "a", "1");
    store.close();
    store.close();

    assertThat(database().resolveSibling("storage.sqlite-wal")).doesNotExist();
    assertThatThrownBy(() -> store.connections().all()).isInstanceOf(StoreException.class);
  }
}
