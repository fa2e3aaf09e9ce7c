package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.ConfigProblem;
import io.omniroute.platform.auth.ApiKeys;
import io.omniroute.platform.auth.KeyFormat;
import io.omniroute.platform.store.ApiKey;
import io.omniroute.platform.store.ApiKeyRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** API keys in the store; the accepted ones are reloaded before any change returns. */
final class StoredKeys implements KeyService {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,63}");
  private static final int HEAD = 8;
  private static final int TAIL = 4;
  private static final int MOST_RULES = 200;
  private static final int LONGEST_RULE = 200;

  private final ApiKeyRepository repository;
  private final KeyFormat format;
  private final ApiKeys accepted;
  private final AuditService audit;
  private final InstantSource clock;

  StoredKeys(
      ApiKeyRepository repository,
      KeyFormat format,
      ApiKeys accepted,
      AuditService audit,
      InstantSource clock) {
    this.repository = repository;
    this.format = format;
    this.accepted = accepted;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<KeyView> keys() {
    return repository.all().stream().map(StoredKeys::view).toList();
  }

  @Override
  public KeyView key(String id) {
    return view(repository.find(id).orElseThrow(StoredKeys::unknown));
  }

  @Override
  public IssuedKey create(
      String name, List<String> allowedModels, @Nullable Instant expiresAt, Actor actor) {
    requireFit(name.strip(), allowedModels, expiresAt);
    String secret = format.fresh();
    ApiKey key =
        new ApiKey(
            UUID.randomUUID().toString(),
            name.strip(),
            repository.hash(secret),
            secret.substring(0, HEAD),
            tail(secret),
            format.machineId(),
            allowedModels,
            true,
            clock.instant(),
            null,
            expiresAt);
    repository.save(key);
    accepted.reload();
    audit.record(actor, "key.create", key.id(), key.name());
    return new IssuedKey(secret, view(key));
  }

  @Override
  public KeyView update(String id, KeyChange change, Actor actor) {
    ApiKey old = repository.find(id).orElseThrow(StoredKeys::unknown);
    requireFit(
        change.name().orKeep(old.name()).strip(),
        change.allowedModels().orKeep(old.allowedModels()),
        change.expiresAt().given() ? change.expiresAt().value() : null);
    ApiKey key =
        repository
            .update(
                id,
                now ->
                    now.withName(change.name().orKeep(now.name()).strip())
                        .withAllowedModels(change.allowedModels().orKeep(now.allowedModels()))
                        .withActive(change.active().orKeep(now.active()))
                        .withExpiresAt(change.expiresAt().or(now.expiresAt())))
            .orElseThrow(StoredKeys::unknown);
    accepted.reload();
    audit.record(actor, "key.update", id, key.name());
    return view(key);
  }

  @Override
  public IssuedKey rotate(String id, Actor actor) {
    String secret = format.fresh();
    String hash = repository.hash(secret);
    ApiKey key =
        repository
            .update(
                id,
                old ->
                    new ApiKey(
                        old.id(),
                        old.name(),
                        hash,
                        secret.substring(0, HEAD),
                        tail(secret),
                        format.machineId(),
                        old.allowedModels(),
                        old.active(),
                        old.createdAt(),
                        old.lastUsedAt(),
                        old.expiresAt()))
            .orElseThrow(StoredKeys::unknown);
    accepted.reload();
    audit.record(actor, "key.rotate", id, key.name());
    return new IssuedKey(secret, view(key));
  }

  @Override
  public void delete(String id, Actor actor) {
    ApiKey key = repository.find(id).orElseThrow(StoredKeys::unknown);
    boolean deleted = repository.delete(id);
    accepted.reload();
    if (!deleted) {
      throw unknown();
    }
    audit.record(actor, "key.delete", id, key.name());
  }

  private void requireFit(String name, List<String> allowedModels, @Nullable Instant expiresAt) {
    List<ConfigProblem> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      problems.add(
          new ConfigProblem(
              "name", "must be 1 to 64 letters, digits, spaces, hyphens or underscores"));
    }
    boolean unfit =
        allowedModels.stream().anyMatch(rule -> rule.isBlank() || rule.length() > LONGEST_RULE);
    if (unfit || allowedModels.size() > MOST_RULES) {
      problems.add(
          new ConfigProblem("allowedModels", "must be at most 200 names of up to 200 characters"));
    }
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      problems.add(new ConfigProblem("expiresAt", "must be in the future"));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private static String tail(String secret) {
    return secret.substring(secret.length() - TAIL);
  }

  private static KeyView view(ApiKey key) {
    return new KeyView(
        key.id(),
        key.name(),
        key.masked(),
        key.machineId(),
        key.allowedModels(),
        key.active(),
        key.createdAt(),
        key.lastUsedAt(),
        key.expiresAt());
  }

  private static GatewayException unknown() {
    return new GatewayException(ErrorCode.NOT_FOUND, "Key not found");
  }
}
