package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.ApiKeys.API_KEYS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.omniroute.platform.store.ApiKey;
import io.omniroute.platform.store.ApiKeyRepository;
import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.sql.schema.tables.records.ApiKeysRecord;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.impl.DSL;

/** Keys that the gateway handed out, in {@code api_keys}. */
final class SqlApiKeys implements ApiKeyRepository {

  private static final String HASH = "HmacSHA256";

  private final Database database;
  private final Mac prototype;
  private final KeyedTable<ApiKeysRecord, ApiKey> table;

  SqlApiKeys(Database database, Secret hashSecret) {
    this.database = database;
    this.prototype = prototype(new SecretKeySpec(hashSecret.reveal().getBytes(UTF_8), HASH));
    this.table = new KeyedTable<>(database, API_KEYS.ID, SqlApiKeys::key, SqlApiKeys::row);
  }

  /** Runs for every request: a copy of a keyed function costs less than keying a new one. */
  @Override
  public String hash(String key) {
    try {
      Mac mac = (Mac) prototype.clone();
      return HexFormat.of().formatHex(mac.doFinal(key.getBytes(UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's " + HASH + " can be copied", e);
    }
  }

  private static Mac prototype(SecretKeySpec hashKey) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(hashKey);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + HASH, e);
    }
  }

  @Override
  public List<ApiKey> all() {
    return table.list(DSL.noCondition(), API_KEYS.CREATED_AT, API_KEYS.ID);
  }

  @Override
  public Optional<ApiKey> find(String id) {
    return table.find(id);
  }

  @Override
  public Optional<ApiKey> findByHash(String hash) {
    return table.find(API_KEYS.HASH.eq(hash));
  }

  @Override
  public void save(ApiKey key) {
    table.save(key);
  }

  @Override
  public Optional<ApiKey> update(String id, UnaryOperator<ApiKey> change) {
    return table.update(id, change);
  }

  @Override
  public void touch(Map<String, Instant> lastUsedById) {
    database.write(
        dsl -> {
          lastUsedById.forEach(
              (id, moment) ->
                  dsl.update(API_KEYS)
                      .set(API_KEYS.LAST_USED_AT, moment)
                      .where(API_KEYS.ID.eq(id))
                      .and(API_KEYS.LAST_USED_AT.isNull().or(API_KEYS.LAST_USED_AT.lt(moment)))
                      .execute());
          return lastUsedById.size();
        });
  }

  @Override
  public boolean delete(String id) {
    return table.delete(id);
  }

  private static ApiKey key(ApiKeysRecord row) {
    return new ApiKey(
        row.getId(),
        row.getName(),
        row.getHash(),
        row.getHead(),
        row.getTail(),
        row.getMachineId(),
        row.getAllowedModels(),
        row.getActive(),
        row.getCreatedAt(),
        row.getLastUsedAt(),
        row.getExpiresAt());
  }

  private static ApiKeysRecord row(ApiKey key) {
    ApiKeysRecord row = new ApiKeysRecord();
    row.setId(key.id());
    row.setName(key.name());
    row.setHash(key.hash());
    row.setHead(key.head());
    row.setTail(key.tail());
    row.setMachineId(key.machineId());
    row.setAllowedModels(key.allowedModels());
    row.setActive(key.active());
    row.setCreatedAt(key.createdAt());
    row.setLastUsedAt(key.lastUsedAt());
    row.setExpiresAt(key.expiresAt());
    return row;
  }
}
