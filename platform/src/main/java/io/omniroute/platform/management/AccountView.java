package io.omniroute.platform.management;

import io.omniroute.api.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account, without its secrets.
 *
 * @param id its id
 * @param provider id of the provider
 * @param providerName the provider's name, or its id where it is gone
 * @param providerAvailable whether the provider is there; false once its plugin is removed or off
 * @param authType {@code apikey}, {@code oauth} or {@code none}
 * @param name what a person calls it
 * @param email whose log-in it is
 * @param priority order among the accounts of its provider, from 1
 * @param globalPriority order among all accounts
 * @param active whether it may be used
 * @param defaultModel the model when a request names none
 * @param healthCheckMinutes how often to look after it; null for the gateway's own pace
 * @param rateLimitProtection whether requests wait for its limits
 * @param projectId the provider's project or workspace
 * @param settings the provider's own fields that are not secret, {@code baseUrl} among them
 * @param secretFields names of the provider's secret fields that are set
 * @param maskedKey a hint by which the owner recognises the key; null where there is none
 * @param status how it fared lately
 * @param consecutiveUseCount how often in a row it was chosen
 * @param lastUsedAt when it was last chosen
 * @param createdAt when it was added
 * @param updatedAt when it was last saved
 */
public record AccountView(
    String id,
    String provider,
    String providerName,
    boolean providerAvailable,
    String authType,
    String name,
    @Nullable String email,
    int priority,
    @Nullable Integer globalPriority,
    boolean active,
    @Nullable String defaultModel,
    @Nullable Integer healthCheckMinutes,
    boolean rateLimitProtection,
    @Nullable String projectId,
    JsonObject settings,
    Set<String> secretFields,
    @Nullable String maskedKey,
    Status status,
    int consecutiveUseCount,
    @Nullable Instant lastUsedAt,
    Instant createdAt,
    Instant updatedAt) {

  /** Copies the set. */
  public AccountView {
    secretFields = Set.copyOf(secretFields);
  }

  /** The address in place of the provider's own, or null. */
  public @Nullable String baseUrl() {
    return settings.text("baseUrl");
  }

  /**
   * How an account fared lately.
   *
   * @param testStatus {@code unknown} (no evidence), {@code active}, {@code error}, {@code
   *     unavailable}
   * @param errorCode the upstream's status or code of the last error
   * @param lastError the last error, for a person
   * @param lastErrorAt when it happened
   * @param backoffLevel how often in a row it was cooled down
   * @param rateLimitedUntil until when it is left alone
   * @param lastTested when it was last tested
   */
  public record Status(
      String testStatus,
      @Nullable String errorCode,
      @Nullable String lastError,
      @Nullable Instant lastErrorAt,
      int backoffLevel,
      @Nullable Instant rateLimitedUntil,
      @Nullable Instant lastTested) {}
}
