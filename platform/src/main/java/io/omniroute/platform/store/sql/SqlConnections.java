package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.ProviderConnections.PROVIDER_CONNECTIONS;

import io.omniroute.platform.store.AuthType;
import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.ConnectionHealth;
import io.omniroute.platform.store.ConnectionRepository;
import io.omniroute.platform.store.Credentials;
import io.omniroute.platform.store.SecretBox;
import io.omniroute.platform.store.sql.schema.tables.records.ProviderConnectionsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.impl.DSL;

/** Accounts in {@code provider_connections}. */
final class SqlConnections implements ConnectionRepository {

  private final SecretBox box;
  private final KeyedTable<ProviderConnectionsRecord, Connection> table;

  SqlConnections(Database database, SecretBox box) {
    this.box = box;
    this.table = new KeyedTable<>(database, PROVIDER_CONNECTIONS.ID, this::connection, this::row);
  }

  @Override
  public List<Connection> all() {
    return table.list(
        DSL.noCondition(),
        PROVIDER_CONNECTIONS.PROVIDER,
        PROVIDER_CONNECTIONS.PRIORITY,
        PROVIDER_CONNECTIONS.CREATED_AT,
        PROVIDER_CONNECTIONS.ID);
  }

  @Override
  public List<Connection> ofProvider(String provider) {
    return table.list(
        PROVIDER_CONNECTIONS.PROVIDER.eq(provider),
        PROVIDER_CONNECTIONS.PRIORITY,
        PROVIDER_CONNECTIONS.CREATED_AT,
        PROVIDER_CONNECTIONS.ID);
  }

  @Override
  public Optional<Connection> find(String id) {
    return table.find(id);
  }

  @Override
  public Connection save(Connection connection) {
    return table.save(stamped(connection));
  }

  @Override
  public Optional<Connection> update(String id, UnaryOperator<Connection> change) {
    return table.update(id, current -> stamped(change.apply(current)));
  }

  @Override
  public boolean delete(String id) {
    return table.delete(id);
  }

  private static Connection stamped(Connection connection) {
    return connection.edit().updatedAt(Instant.now()).build();
  }

  private Connection connection(ProviderConnectionsRecord row) {
    return Connection.builder(row.getProvider(), AuthType.of(row.getAuthType()), row.getName())
        .id(row.getId())
        .email(row.getEmail())
        .priority(row.getPriority())
        .globalPriority(row.getGlobalPriority())
        .active(row.getActive())
        .defaultModel(row.getDefaultModel())
        .healthCheckMinutes(row.getHealthCheckMinutes())
        .rateLimitProtection(row.getRateLimitProtection())
        .projectId(row.getProjectId())
        .providerSpecificData(row.getProviderSpecificData())
        .credentials(credentials(row))
        .health(health(row))
        .consecutiveUseCount(row.getConsecutiveUseCount())
        .lastUsedAt(row.getLastUsedAt())
        .createdAt(row.getCreatedAt())
        .updatedAt(row.getUpdatedAt())
        .build();
  }

  private Credentials credentials(ProviderConnectionsRecord row) {
    String id = row.getId();
    return new Credentials(
        SealedColumn.API_KEY.open(box, id, row.getApiKey()),
        SealedColumn.ACCESS_TOKEN.open(box, id, row.getAccessToken()),
        SealedColumn.REFRESH_TOKEN.open(box, id, row.getRefreshToken()),
        SealedColumn.ID_TOKEN.open(box, id, row.getIdToken()),
        SealedColumn.SECRET_DATA.open(box, id, row.getSecretData()),
        row.getExpiresAt(),
        row.getScope());
  }

  private static ConnectionHealth health(ProviderConnectionsRecord row) {
    return new ConnectionHealth(
        row.getTestStatus(),
        row.getErrorCode(),
        row.getLastError(),
        row.getLastErrorAt(),
        row.getBackoffLevel(),
        row.getRateLimitedUntil(),
        row.getLastTestedAt());
  }

  private ProviderConnectionsRecord row(Connection connection) {
    ProviderConnectionsRecord row = new ProviderConnectionsRecord();
    row.setId(connection.id());
    row.setProvider(connection.provider());
    row.setAuthType(connection.authType().id());
    row.setName(connection.name());
    row.setEmail(connection.email());
    row.setPriority(connection.priority());
    row.setGlobalPriority(connection.globalPriority());
    row.setActive(connection.active());
    row.setDefaultModel(connection.defaultModel());
    row.setHealthCheckMinutes(connection.healthCheckMinutes());
    row.setRateLimitProtection(connection.rateLimitProtection());
    row.setProjectId(connection.projectId());
    row.setProviderSpecificData(connection.providerSpecificData());
    row.setConsecutiveUseCount(connection.consecutiveUseCount());
    row.setLastUsedAt(connection.lastUsedAt());
    row.setCreatedAt(connection.createdAt());
    row.setUpdatedAt(connection.updatedAt());
    fill(row, connection.credentials());
    fill(row, connection.health());
    return row;
  }

  private void fill(ProviderConnectionsRecord row, Credentials credentials) {
    String id = row.getId();
    row.setApiKey(SealedColumn.API_KEY.seal(box, id, credentials.apiKey()));
    row.setAccessToken(SealedColumn.ACCESS_TOKEN.seal(box, id, credentials.accessToken()));
    row.setRefreshToken(SealedColumn.REFRESH_TOKEN.seal(box, id, credentials.refreshToken()));
    row.setIdToken(SealedColumn.ID_TOKEN.seal(box, id, credentials.idToken()));
    row.setSecretData(SealedColumn.SECRET_DATA.seal(box, id, credentials.secretData()));
    row.setExpiresAt(credentials.expiresAt());
    row.setScope(credentials.scope());
  }

  private static void fill(ProviderConnectionsRecord row, ConnectionHealth health) {
    row.setTestStatus(health.testStatus());
    row.setErrorCode(health.errorCode());
    row.setLastError(health.lastError());
    row.setLastErrorAt(health.lastErrorAt());
    row.setBackoffLevel(health.backoffLevel());
    row.setRateLimitedUntil(health.rateLimitedUntil());
    row.setLastTestedAt(health.lastTested());
  }
}
