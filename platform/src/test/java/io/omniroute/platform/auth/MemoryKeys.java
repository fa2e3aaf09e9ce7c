package io.omniroute.platform.auth;

import io.omniroute.platform.store.ApiKey;
import io.omniroute.platform.store.ApiKeyRepository;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keys that live as long as the test; counts how often it was asked. */
final class MemoryKeys implements ApiKeyRepository {

  final Map<String, ApiKey> keys = new LinkedHashMap<>();
  final Map<String, Instant> touched = new LinkedHashMap<>();
  int reads;

  ApiKey add(String secret, List<String> models) {
    ApiKey key =
        new ApiKey(
            "id-" + secret,
            "key " + secret,
            hash(secret),
            "head",
            "tail",
            "machine",
            models,
            true,
            Instant.EPOCH,
            null,
            null);
    save(key);
    return key;
  }

  @Override
  public String hash(String key) {
    return "hash of " + key;
  }

  @Override
  public List<ApiKey> all() {
    reads++;
    return List.copyOf(keys.values());
  }

  @Override
  public Optional<ApiKey> find(String id) {
    reads++;
    return Optional.ofNullable(keys.get(id));
  }

  @Override
  public Optional<ApiKey> findByHash(String hash) {
    reads++;
    return keys.values().stream().filter(key -> key.hash().equals(hash)).findFirst();
  }

  @Override
  public void save(ApiKey key) {
    keys.put(key.id(), key);
  }

  @Override
  public Optional<ApiKey> update(String id, UnaryOperator<ApiKey> change) {
    return Optional.ofNullable(keys.computeIfPresent(id, (same, key) -> change.apply(key)));
  }

  @Override
  public void touch(Map<String, Instant> lastUsedById) {
    touched.putAll(lastUsedById);
  }

  @Override
  public boolean delete(String id) {
    return keys.remove(id) != null;
  }
}
