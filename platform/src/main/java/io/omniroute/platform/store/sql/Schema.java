package io.omniroute.platform.store.sql;

import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreException.Kind;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a database to the version of this program. The version is also kept in SQLite's {@code
 * user_version}, because asking Flyway costs most of a second at every start.
 */
final class Schema {

  /** Number of the newest migration in {@code db/migration}. */
  static final int VERSION = 1;

  private Schema() {}

  /**
   * Migrates if need be.
   *
   * @throws StoreException of kind {@code NEWER_SCHEMA} if a newer program wrote the database
   */
  static void bringUpToDate(Database database) {
    int found = Integer.parseInt(database.ask("user_version").getFirst());
    if (found > VERSION) {
      throw new StoreException(
          Kind.NEWER_SCHEMA,
          "The database "
              + database.file()
              + " was written by a newer version of this program (schema "
              + found
              + "; this one knows "
              + VERSION
              + "). Start that version, or use another data directory.");
    }
    if (found < VERSION) {
      migrate(database.file());
      database.ask("user_version = " + VERSION);
    }
  }

  /** Flyway on a database file. */
  static Flyway flyway(Path file) {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(Session.url(file), null, null)
        .locations("classpath:db/migration")
        // Only a key of exactly this type is a row's own address in SQLite.
        .placeholders(Map.of("key64", "INTEGER"))
        .loggers("slf4j")
        .load();
  }

  private static void migrate(Path file) {
    try {
      flyway(file).migrate();
    } catch (FlywayException e) {
      throw SqliteErrors.translate(file, e);
    }
  }
}
