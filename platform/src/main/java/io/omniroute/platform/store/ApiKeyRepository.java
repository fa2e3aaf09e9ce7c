package io.omniroute.platform.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keys that the gateway handed out. See {@link Store} for threads, blocking and errors. */
public interface ApiKeyRepository {

  /**
   * The only form in which a key is kept: HMAC-SHA-256 under a secret of this store, in
   * hexadecimal. A plain hash would not do: part of a key is shown and part is known, and what is
   * left can be guessed by someone who has a copy of the database. Quick; does not touch the
   * database.
   */
  String hash(String key);

  /** Every key, oldest first. */
  List<ApiKey> all();

  /** One key by its id. */
  Optional<ApiKey> find(String id);

  /** One key by its {@link #hash}, active or not. */
  Optional<ApiKey> findByHash(String hash);

  /**
   * Adds or replaces a key.
   *
   * @throws StoreException of kind {@code CONFLICT} if another entry has its hash
   */
  void save(ApiKey key);

  /**
   * Reads, changes and saves one key in one step.
   *
   * @param change pure and quick; must not call the store
   * @return the key as stored, or empty if there is none
   */
  Optional<ApiKey> update(String id, UnaryOperator<ApiKey> change);

  /**
   * Notes when keys were last seen. Meant to be called now and then with what has gathered since,
   * not for every request. Unknown ids are skipped and a later time is never put back.
   */
  void touch(Map<String, Instant> lastUsedById);

  /** Removes a key; false if there was none. */
  boolean delete(String id);
}
