package io.omniroute.platform.auth;

import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.ServerSecrets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Secrets that live as long as the test. */
final class MemorySecrets implements ServerSecrets {

  private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

  @Override
  public Optional<Secret> find(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  @Override
  public Secret findOrCreate(String name, Supplier<Secret> fresh) {
    return secrets.computeIfAbsent(name, ignored -> fresh.get());
  }

  @Override
  public void put(String name, Secret value) {
    secrets.put(name, value);
  }

  @Override
  public boolean delete(String name) {
    return secrets.remove(name) != null;
  }
}
