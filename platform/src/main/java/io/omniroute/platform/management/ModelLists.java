package io.omniroute.platform.management;

import io.omniroute.api.GatewayException;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpExchanger;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.platform.management.CheckService.ModelList;
import io.omniroute.platform.store.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models that a provider lists for an account, kept for ten minutes. Thread-safe; blocks. */
final class ModelLists {

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST_KEPT = 200;

  private final HttpExchanger http;
  private final InstantSource clock;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  ModelLists(HttpExchanger http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
  }

  /** The live list where there is one, else what the descriptor knows, saying why. */
  ModelList of(Catalogue.Item item, Connection connection, Account account) {
    Optional<String> path = path(item.descriptor());
    if (!(item.provider() instanceof HttpProvider provider) || path.isEmpty()) {
      return known(item, connection, "The provider does not list its models");
    }
    // A changed account, or another address for all, is another key.
    Key key = new Key(connection.id(), connection.updatedAt(), String.valueOf(account.baseUrl()));
    Instant now = clock.instant();
    Kept before = kept.get(key);
    if (before != null && now.isBefore(before.until())) {
      return before.list();
    }
    try {
      HttpAnswer answer = http.exchange(TestRequest.get(provider, account, path.get()));
      if (!answer.successful()) {
        return known(item, connection, "The provider answered with status " + answer.status());
      }
      List<ModelInfo> models = provider.readModels(answer.body());
      ModelList list = new ModelList(item.descriptor().id(), connection.id(), models, true, null);
      keep(key, new Kept(list, now.plus(FRESH)), now);
      return list;
    } catch (GatewayException e) {
      return known(item, connection, e.reason());
    }
  }

  private void keep(Key key, Kept fresh, Instant now) {
    if (kept.size() >= MOST_KEPT) {
      kept.values().removeIf(one -> now.isAfter(one.until()));
    }
    if (kept.size() < MOST_KEPT) {
      kept.put(key, fresh);
    }
  }

  private static Optional<String> path(ProviderDescriptor descriptor) {
    return descriptor.endpoints().stream()
        .filter(endpoint -> endpoint.kind() == Endpoint.Kind.MODELS)
        .findFirst()
        .map(Endpoint::path)
        .or(
            () ->
                Optional.ofNullable(descriptor.keyCheck().path())
                    .filter(path -> path.endsWith("/models")));
  }

  private static ModelList known(Catalogue.Item item, Connection connection, String why) {
    return new ModelList(
        item.descriptor().id(), connection.id(), item.descriptor().models(), false, why);
  }

  private record Key(String connectionId, Instant version, String baseUrl) {}

  private record Kept(ModelList list, Instant until) {}
}
