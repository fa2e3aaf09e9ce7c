package io.omniroute.platform.management;

import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.ConnectionHealth;
import io.omniroute.platform.store.Secret;
import org.jspecify.annotations.Nullable;

/** Makes what may be seen of an account. Pure. */
final class AccountViews {

  private AccountViews() {}

  /**
   * What may be seen of an account.
   *
   * @param provider its provider; null when that is gone
   */
  static AccountView of(Connection connection, Catalogue.@Nullable Item provider) {
    AccountFields fields = AccountFields.of(connection);
    return new AccountView(
        connection.id(),
        connection.provider(),
        provider == null ? connection.provider() : provider.descriptor().name(),
        provider != null,
        connection.authType().id(),
        connection.name(),
        connection.email(),
        connection.priority(),
        connection.globalPriority(),
        connection.active(),
        connection.defaultModel(),
        connection.healthCheckMinutes(),
        connection.rateLimitProtection(),
        connection.projectId(),
        fields.open(),
        fields.secret().fields().keySet(),
        masked(connection.credentials().apiKey()),
        status(connection.health()),
        connection.consecutiveUseCount(),
        connection.lastUsedAt(),
        connection.createdAt(),
        connection.updatedAt());
  }

  private static @Nullable String masked(@Nullable Secret key) {
    return key == null ? null : key.masked();
  }

  private static AccountView.Status status(ConnectionHealth health) {
    return new AccountView.Status(
        health.testStatus(),
        health.errorCode(),
        health.lastError(),
        health.lastErrorAt(),
        health.backoffLevel(),
        health.rateLimitedUntil(),
        health.lastTested());
  }
}
