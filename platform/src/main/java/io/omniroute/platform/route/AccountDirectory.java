package io.omniroute.platform.route;

import io.omniroute.api.config.Config;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.provider.Account;
import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.ConnectionRepository;
import io.omniroute.platform.store.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The accounts as the request path sees them: one immutable snapshot that is swapped when something
 * changes, so that no request waits for the database. Thread-safe.
 */
public final class AccountDirectory {

  private final ConnectionRepository connections;
  private volatile Map<String, List<Entry>> byProvider = Map.of();
  private final Supplier<Map<String, String>> baseUrls;

  /**
   * An empty directory; {@link #reload} fills it.
   *
   * @param baseUrls gives the addresses that stand in place of providers' own, by provider id
   */
  public AccountDirectory(
      ConnectionRepository connections, Supplier<Map<String, String>> baseUrls) {
    this.connections = connections;
    this.baseUrls = baseUrls;
  }

  /** Reads all accounts anew. Blocks; called after every change of them. */
  public synchronized void reload() {
    Map<String, List<Entry>> fresh = new HashMap<>();
    for (Connection connection : connections.all()) {
      if (connection.active()) {
        fresh
            .computeIfAbsent(connection.provider(), ignored -> new ArrayList<>())
            .add(new Entry(account(connection), connection.priority()));
      }
    }
    fresh.replaceAll((provider, entries) -> List.copyOf(entries));
    byProvider = Map.copyOf(fresh);
  }

  /** The active accounts of a provider by priority. */
  List<Entry> of(String provider) {
    List<Entry> entries = byProvider.getOrDefault(provider, List.of());
    String override = baseUrls.get().get(provider);
    return override == null
        ? entries
        : entries.stream().map(entry -> entry.below(override)).toList();
  }

  /** The address in place of a provider's own, or null. */
  @Nullable String baseUrl(String provider) {
    return baseUrls.get().get(provider);
  }

  /** The providers that have at least one active account. */
  Set<String> providers() {
    return byProvider.keySet();
  }

  private static Account account(Connection connection) {
    JsonObject data = settings(connection.providerSpecificData());
    return new Account(
        connection.id(),
        connection.name(),
        credential(connection),
        data.text("baseUrl"),
        Config.of(data));
  }

  private static @Nullable String credential(Connection connection) {
    Secret key = connection.credentials().apiKey();
    Secret token = key == null ? connection.credentials().accessToken() : key;
    return token == null ? null : token.reveal();
  }

  private static JsonObject settings(String text) {
    try {
      return Json.parse(text) instanceof JsonObject object ? object : JsonObject.EMPTY;
    } catch (JsonException broken) {
      return JsonObject.EMPTY;
    }
  }

  /**
   * An account in its pool.
   *
   * @param account the account
   * @param priority the person's own order: smaller comes first
   */
  record Entry(Account account, int priority) {

    Entry below(String baseUrl) {
      return account.baseUrl() != null
          ? this
          : new Entry(
              new Account(
                  account.id(), account.name(), account.credential(), baseUrl, account.settings()),
              priority);
    }
  }
}
