package io.omniroute.platform.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One account at a provider.
 *
 * @param id a UUID
 * @param provider id of the provider, or of the {@link ProviderNode}
 * @param authType how it proves itself
 * @param name what a person calls it
 * @param email whose login it is
 * @param priority order among the accounts of its provider; lower goes first
 * @param globalPriority order among all accounts
 * @param active whether it may be used
 * @param defaultModel the model when a request names none
 * @param healthCheckMinutes how often to look after it; null for the gateway's own pace
 * @param rateLimitProtection whether requests wait for its limits
 * @param projectId the provider's project or workspace
 * @param providerSpecificData a JSON object of non-secret settings, for example {@code baseUrl};
 *     secrets belong to {@link Credentials#secretData()}
 * @param credentials its secrets
 * @param health how it fared lately
 * @param consecutiveUseCount how often in a row it was chosen
 * @param lastUsedAt when it was last chosen
 * @param createdAt when it was added
 * @param updatedAt when it was last saved; the store sets it
 */
public record Connection(
    String id,
    String provider,
    AuthType authType,
    String name,
    @Nullable String email,
    int priority,
    @Nullable Integer globalPriority,
    boolean active,
    @Nullable String defaultModel,
    @Nullable Integer healthCheckMinutes,
    boolean rateLimitProtection,
    @Nullable String projectId,
    String providerSpecificData,
    Credentials credentials,
    ConnectionHealth health,
    int consecutiveUseCount,
    @Nullable Instant lastUsedAt,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * Checks the JSON and cuts times to the millisecond that is stored.
   *
   * @throws IllegalArgumentException if {@code providerSpecificData} is not a JSON object
   */
  public Connection {
    JsonText.requireObject(providerSpecificData);
    lastUsedAt = Stored.moment(lastUsedAt);
    createdAt = Stored.instant(createdAt);
    updatedAt = Stored.instant(updatedAt);
  }

  /** A new account with a fresh id: active, priority 1, no credentials, nothing known of it. */
  public static ConnectionBuilder builder(String provider, AuthType authType, String name) {
    return new ConnectionBuilder(provider, authType, name);
  }

  /** Begins a changed copy. */
  public ConnectionBuilder edit() {
    return new ConnectionBuilder(this);
  }
}
