package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.EncryptionKeys.ENCRYPTION_KEYS;

import io.omniroute.platform.store.KeyFile;
import io.omniroute.platform.store.MasterKey;
import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.SecretBox;
import io.omniroute.platform.store.SecretBox.Place;
import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreException.Kind;
import io.omniroute.platform.store.sql.schema.tables.records.EncryptionKeysRecord;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the key that the database's secrets are encrypted with and proves it on a known text, so
 * that a wrong or missing key stops the start instead of surfacing later.
 */
final class Keyring {

  private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);
  private static final String FILE = "file";
  private static final String PASSPHRASE = "passphrase";
  private static final Secret PROBE = Secret.of("omniroute");

  private final KeyFile file;
  private final @Nullable Secret passphrase;

  Keyring(KeyFile file, @Nullable Secret passphrase) {
    this.file = file;
    this.passphrase = passphrase;
  }

  /** The box for this database, inside the caller's transaction; makes a key for a new one. */
  SecretBox open(DSLContext dsl) {
    EncryptionKeysRecord known = dsl.fetchAny(ENCRYPTION_KEYS);
    if (known == null) {
      return begin(dsl);
    }
    SecretBox box = new SecretBox(known.getKind().equals(FILE) ? fromFile(known) : derived(known));
    prove(box, known);
    if (known.getKind().equals(FILE) && passphrase != null) {
      return moveToPassphrase(dsl, box, passphrase);
    }
    return box;
  }

  private SecretBox begin(DSLContext dsl) {
    if (passphrase != null) {
      return remember(dsl, passphrase);
    }
    SecretBox box = new SecretBox(file.read().orElseGet(file::create));
    remember(dsl, box, FILE, null);
    return box;
  }

  private SecretBox moveToPassphrase(DSLContext dsl, SecretBox old, Secret newPassphrase) {
    dsl.deleteFrom(ENCRYPTION_KEYS).execute();
    SecretBox box = remember(dsl, newPassphrase);
    SealedColumn.resealAll(dsl, old, box);
    LOG.info("Secrets are encrypted with STORAGE_ENCRYPTION_KEY now; {} is unused.", file.path());
    return box;
  }

  private static SecretBox remember(DSLContext dsl, Secret passphrase) {
    String salt = MasterKey.randomSalt();
    SecretBox box = new SecretBox(MasterKey.derive(passphrase, MasterKey.randomId(), salt));
    remember(dsl, box, PASSPHRASE, salt);
    return box;
  }

  private static void remember(DSLContext dsl, SecretBox box, String kind, @Nullable String salt) {
    dsl.insertInto(ENCRYPTION_KEYS)
        .set(ENCRYPTION_KEYS.ID, box.keyId())
        .set(ENCRYPTION_KEYS.KIND, kind)
        .set(ENCRYPTION_KEYS.SALT, salt)
        .set(ENCRYPTION_KEYS.PROBE, box.seal(PROBE, place(box.keyId())))
        .set(ENCRYPTION_KEYS.CREATED_AT, Instant.now())
        .execute();
  }

  private MasterKey fromFile(EncryptionKeysRecord known) {
    MasterKey key =
        file.read()
            .orElseThrow(
                () ->
                    refusal(
                        "The key file "
                            + file.path()
                            + " is missing, but the database holds secrets encrypted with it. Put"
                            + " it back from a backup, or move the database away to begin anew.",
                        null));
    if (!key.id().equals(known.getId())) {
      throw refusal(
          "The key file "
              + file.path()
              + " (key "
              + key.id()
              + ") is not the one that the database was encrypted with (key "
              + known.getId()
              + ").",
          null);
    }
    return key;
  }

  private MasterKey derived(EncryptionKeysRecord known) {
    if (passphrase == null) {
      throw refusal(
          "The database was encrypted with STORAGE_ENCRYPTION_KEY, which is not set.", null);
    }
    return MasterKey.derive(passphrase, known.getId(), known.getSalt());
  }

  private void prove(SecretBox box, EncryptionKeysRecord known) {
    try {
      box.open(known.getProbe(), place(known.getId()));
    } catch (StoreException e) {
      String source =
          known.getKind().equals(FILE) ? "The key file " + file.path() : "STORAGE_ENCRYPTION_KEY";
      throw refusal(source + " is not the one that the database was encrypted with.", e);
    }
  }

  private static Place place(String id) {
    return new Place(ENCRYPTION_KEYS.getName(), ENCRYPTION_KEYS.PROBE.getName(), id);
  }

  private static StoreException refusal(String sentence, @Nullable Exception cause) {
    return new StoreException(Kind.ENCRYPTION, sentence, cause);
  }
}
