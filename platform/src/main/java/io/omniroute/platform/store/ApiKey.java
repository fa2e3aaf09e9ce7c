package io.omniroute.platform.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that the gateway handed out; the key itself is not kept.
 *
 * @param id a UUID
 * @param name what a person calls it
 * @param hash {@link ApiKeyRepository#hash} of the key; unique
 * @param head its first eight characters
 * @param tail its last four
 * @param machineId the machine it was made for
 * @param allowedModels names and patterns it may ask for; empty for all
 * @param active whether it is accepted
 * @param createdAt when it was made
 * @param lastUsedAt when it was last seen, about
 * @param expiresAt when it stops being accepted
 */
public record ApiKey(
    String id,
    String name,
    String hash,
    String head,
    String tail,
    String machineId,
    List<String> allowedModels,
    boolean active,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt) {

  /** Copies the list and cuts times to the millisecond that is stored. */
  public ApiKey {
    allowedModels = List.copyOf(allowedModels);
    createdAt = Stored.instant(createdAt);
    lastUsedAt = Stored.moment(lastUsedAt);
    expiresAt = Stored.moment(expiresAt);
  }

  /** How lists show it: {@code first8****last4}. */
  public String masked() {
    return head + "****" + tail;
  }

  /** Whether it is accepted at a moment. */
  public boolean usableAt(Instant now) {
    return active && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** The same under another name. */
  public ApiKey withName(String newName) {
    return new ApiKey(
        id,
        newName,
        hash,
        head,
        tail,
        machineId,
        allowedModels,
        active,
        createdAt,
        lastUsedAt,
        expiresAt);
  }

  /** The same, allowed to ask for other models. */
  public ApiKey withAllowedModels(List<String> models) {
    return new ApiKey(
        id, name, hash, head, tail, machineId, models, active, createdAt, lastUsedAt, expiresAt);
  }

  /** The same, switched on or off. */
  public ApiKey withActive(boolean accepted) {
    return new ApiKey(
        id,
        name,
        hash,
        head,
        tail,
        machineId,
        allowedModels,
        accepted,
        createdAt,
        lastUsedAt,
        expiresAt);
  }

  /** The same, ending at another time or never. */
  public ApiKey withExpiresAt(@Nullable Instant end) {
    return new ApiKey(
        id, name, hash, head, tail, machineId, allowedModels, active, createdAt, lastUsedAt, end);
  }
}
