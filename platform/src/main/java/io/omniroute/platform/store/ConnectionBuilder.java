package io.omniroute.platform.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Connection}. Not thread-safe. */
public final class ConnectionBuilder {

  private final String provider;
  private final AuthType authType;
  private String id = UUID.randomUUID().toString();
  private @Nullable String email;
  private String name;
  private int priority = 1;
  private @Nullable Integer globalPriority;
  private boolean active = true;
  private @Nullable String defaultModel;
  private @Nullable Integer healthCheckMinutes;
  private boolean rateLimitProtection;
  private @Nullable String projectId;
  private String providerSpecificData = "{}";
  private Credentials credentials = Credentials.NONE;
  private ConnectionHealth health = ConnectionHealth.UNKNOWN;
  private int consecutiveUseCount;
  private @Nullable Instant lastUsedAt;
  private Instant createdAt = Instant.now();
  private Instant updatedAt = createdAt;

  ConnectionBuilder(String provider, AuthType authType, String name) {
    this.provider = provider;
    this.authType = authType;
    this.name = name;
  }

  ConnectionBuilder(Connection source) {
    this(source.provider(), source.authType(), source.name());
    id = source.id();
    email = source.email();
    priority = source.priority();
    globalPriority = source.globalPriority();
    active = source.active();
    defaultModel = source.defaultModel();
    healthCheckMinutes = source.healthCheckMinutes();
    rateLimitProtection = source.rateLimitProtection();
    projectId = source.projectId();
    providerSpecificData = source.providerSpecificData();
    credentials = source.credentials();
    health = source.health();
    consecutiveUseCount = source.consecutiveUseCount();
    lastUsedAt = source.lastUsedAt();
    createdAt = source.createdAt();
    updatedAt = source.updatedAt();
  }

  /** Sets a UUID. */
  public ConnectionBuilder id(String value) {
    id = value;
    return this;
  }

  /** Sets whose login it is. */
  public ConnectionBuilder email(@Nullable String value) {
    email = value;
    return this;
  }

  /** Sets what a person calls it. */
  public ConnectionBuilder name(String value) {
    name = value;
    return this;
  }

  /** Sets order among the accounts of its provider. */
  public ConnectionBuilder priority(int value) {
    priority = value;
    return this;
  }

  /** Sets order among all accounts. */
  public ConnectionBuilder globalPriority(@Nullable Integer value) {
    globalPriority = value;
    return this;
  }

  /** Sets whether it may be used. */
  public ConnectionBuilder active(boolean value) {
    active = value;
    return this;
  }

  /** Sets the model when a request names none. */
  public ConnectionBuilder defaultModel(@Nullable String value) {
    defaultModel = value;
    return this;
  }

  /** Sets how often to look after it. */
  public ConnectionBuilder healthCheckMinutes(@Nullable Integer value) {
    healthCheckMinutes = value;
    return this;
  }

  /** Sets whether requests wait for its limits. */
  public ConnectionBuilder rateLimitProtection(boolean value) {
    rateLimitProtection = value;
    return this;
  }

  /** Sets the provider's project. */
  public ConnectionBuilder projectId(@Nullable String value) {
    projectId = value;
    return this;
  }

  /** Sets a JSON object of non-secret settings. */
  public ConnectionBuilder providerSpecificData(String value) {
    providerSpecificData = value;
    return this;
  }

  /** Sets its secrets. */
  public ConnectionBuilder credentials(Credentials value) {
    credentials = value;
    return this;
  }

  /** Sets how it fared lately. */
  public ConnectionBuilder health(ConnectionHealth value) {
    health = value;
    return this;
  }

  /** Sets how often in a row it was chosen. */
  public ConnectionBuilder consecutiveUseCount(int value) {
    consecutiveUseCount = value;
    return this;
  }

  /** Sets when it was last chosen. */
  public ConnectionBuilder lastUsedAt(@Nullable Instant value) {
    lastUsedAt = value;
    return this;
  }

  /** Sets when it was added. */
  public ConnectionBuilder createdAt(Instant value) {
    createdAt = value;
    return this;
  }

  /** Sets when it was last saved; the store overwrites it. */
  public ConnectionBuilder updatedAt(Instant value) {
    updatedAt = value;
    return this;
  }

  /**
   * The account.
   *
   * @throws IllegalArgumentException if the provider's data is not a JSON object
   */
  public Connection build() {
    return new Connection(
        id,
        provider,
        authType,
        name,
        email,
        priority,
        globalPriority,
        active,
        defaultModel,
        healthCheckMinutes,
        rateLimitProtection,
        projectId,
        providerSpecificData,
        credentials,
        health,
        consecutiveUseCount,
        lastUsedAt,
        createdAt,
        updatedAt);
  }
}
