package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.ServerSecrets.SERVER_SECRETS;

import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.SecretBox;
import io.omniroute.platform.store.ServerSecrets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Secrets of the gateway itself in {@code server_secrets}. */
final class SqlServerSecrets implements ServerSecrets {

  private final Database database;
  private final SecretBox box;

  SqlServerSecrets(Database database, SecretBox box) {
    this.database = database;
    this.box = box;
  }

  @Override
  public Optional<Secret> find(String name) {
    return database.read(dsl -> find(dsl, box, name));
  }

  @Override
  public Secret findOrCreate(String name, Supplier<Secret> fresh) {
    return find(name).orElseGet(() -> database.write(dsl -> findOrCreate(dsl, box, name, fresh)));
  }

  @Override
  public void put(String name, Secret value) {
    database.write(dsl -> put(dsl, box, name, value));
  }

  @Override
  public boolean delete(String name) {
    return database.write(
            dsl -> dsl.deleteFrom(SERVER_SECRETS).where(SERVER_SECRETS.NAME.eq(name)).execute())
        > 0;
  }

  /** The secret, made first if there is none, inside the caller's transaction. */
  static Secret findOrCreate(DSLContext dsl, SecretBox box, String name, Supplier<Secret> fresh) {
    return find(dsl, box, name)
        .orElseGet(
            () -> {
              Secret made = fresh.get();
              put(dsl, box, name, made);
              return made;
            });
  }

  private static Optional<Secret> find(DSLContext dsl, SecretBox box, String name) {
    return dsl.select(SERVER_SECRETS.VALUE)
        .from(SERVER_SECRETS)
        .where(SERVER_SECRETS.NAME.eq(name))
        .fetchOptional(SERVER_SECRETS.VALUE)
        .map(text -> SealedColumn.SERVER_SECRET.open(box, name, text));
  }

  private static int put(DSLContext dsl, SecretBox box, String name, Secret value) {
    String sealed = SealedColumn.SERVER_SECRET.seal(box, name, value);
    Instant now = Instant.now();
    return dsl.insertInto(SERVER_SECRETS)
        .set(SERVER_SECRETS.NAME, name)
        .set(SERVER_SECRETS.VALUE, sealed)
        .set(SERVER_SECRETS.UPDATED_AT, now)
        .onConflict(SERVER_SECRETS.NAME)
        .doUpdate()
        .set(SERVER_SECRETS.VALUE, sealed)
        .set(SERVER_SECRETS.UPDATED_AT, now)
        .execute();
  }
}
