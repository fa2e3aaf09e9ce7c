package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.Config;
import io.omniroute.api.config.ConfigProblem;
import io.omniroute.api.http.HttpExchanger;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.provider.Tier;
import io.omniroute.platform.management.CheckResult.Verdict;
import io.omniroute.platform.plugin.PluginLease;
import io.omniroute.platform.store.AuthType;
import io.omniroute.platform.store.Connection;
import io.omniroute.platform.store.ConnectionHealth;
import io.omniroute.platform.store.ConnectionRepository;
import io.omniroute.platform.store.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tests accounts over the network and remembers what was found. */
final class ProviderChecks implements CheckService {

  private static final int SIDE_BY_SIDE = 4;

  private final ConnectionRepository connections;
  private final Catalogue catalogue;
  private final StoredNodes nodes;
  private final SettingsService settings;
  private final AuditService audit;
  private final InstantSource clock;
  private final HttpExchanger http;
  private final ModelLists models;
  private final LocalServers localServers;

  ProviderChecks(Ground ground, Catalogue catalogue, StoredNodes nodes, Exchangers exchangers) {
    this.connections = ground.store().connections();
    this.catalogue = catalogue;
    this.nodes = nodes;
    this.settings = ground.settings();
    this.audit = ground.audit();
    this.clock = ground.clock();
    this.http = exchangers.check();
    this.models = new ModelLists(exchangers.check(), ground.clock());
    this.localServers = new LocalServers(exchangers.nearby());
  }

  @Override
  public CheckResult test(String accountId, Actor actor) {
    Connection connection = find(accountId);
    CheckResult result = test(connection);
    audit.record(
        actor,
        "account.test",
        accountId,
        connection.provider() + " / " + connection.name() + ": " + result.diagnosis().type());
    return result;
  }

  @Override
  public CheckResult validate(AccountDraft draft) {
    List<ConfigProblem> problems = new ArrayList<>();
    try (PluginLease lease = catalogue.lease()) {
      Catalogue.Item item =
          catalogue
              .in(lease.registry(), draft.provider())
              .orElseThrow(() -> new InvalidInput("provider", "is not a provider of this gateway"));
      String key = CredentialRules.fit(draft.apiKey(), item, problems);
      AccountFields fields =
          AccountFields.NONE.with(
              draft.settings(),
              item.descriptor().accountFields(),
              settings.current().allowPrivateHosts(),
              problems);
      if (!problems.isEmpty()) {
        throw new InvalidInput(problems);
      }
      String baseUrl = fields.open().text(AccountFields.BASE_URL);
      Account account =
          new Account(
              "new",
              "new",
              key,
              baseUrl == null ? override(item.descriptor()) : baseUrl,
              fields.settings(item.descriptor().accountFields()));
      return timed(lease, item, account, null, fields.secrets());
    }
  }

  @Override
  public CheckResult validateNode(
      NodeDraft draft, @Nullable String apiKey, @Nullable String model) {
    ProviderDescriptor descriptor = nodes.descriptor(draft);
    List<ConfigProblem> problems = new ArrayList<>();
    Catalogue.Item item = Catalogue.node(descriptor);
    String key = CredentialRules.fit(apiKey, item, problems);
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    Account account = new Account("new", "new", key, null, Config.EMPTY);
    try (PluginLease lease = catalogue.lease()) {
      return timed(lease, item, account, model, List.of());
    }
  }

  @Override
  public BatchResult testBatch(BatchMode mode, @Nullable String provider, Actor actor) {
    if (mode == BatchMode.PROVIDER && (provider == null || provider.isBlank())) {
      throw new InvalidInput("providerId", "is required");
    }
    List<Connection> chosen =
        connections.all().stream()
            .filter(Connection::active)
            .filter(connection -> chosen(connection, mode, provider))
            .toList();
    Semaphore permits = new Semaphore(SIDE_BY_SIDE);
    List<AccountResult> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<AccountResult>> running = new ArrayList<>();
      for (Connection connection : chosen) {
        running.add(threads.submit(() -> limited(permits, connection)));
      }
      for (Future<AccountResult> one : running) {
        results.add(one.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException(ErrorCode.UNAVAILABLE, "The gateway is shutting down");
    } catch (ExecutionException e) {
      throw new GatewayException(ErrorCode.INTERNAL, "A test failed to run", e.getCause());
    }
    audit.record(actor, "account.test-batch", null, chosen.size() + " accounts");
    return new BatchResult(results);
  }

  @Override
  public ModelList models(String accountId) {
    Connection connection = find(accountId);
    try (PluginLease lease = catalogue.lease()) {
      Catalogue.Item item =
          catalogue.in(lease.registry(), connection.provider()).orElseThrow(ProviderChecks::gone);
      Account account =
          AccountFields.of(connection)
              .account(connection, item.descriptor(), override(item.descriptor()));
      return models.of(item, connection, account);
    }
  }

  @Override
  public List<DiscoveredServer> discover() {
    List<String> connected = connections.all().stream().map(Connection::provider).toList();
    return localServers.find(catalogue.all(), connected);
  }

  private AccountResult limited(Semaphore permits, Connection connection)
      throws InterruptedException {
    permits.acquire();
    try {
      CheckResult result = test(connection);
      Connection after = connections.find(connection.id()).orElse(connection);
      return new AccountResult(
          AccountViews.of(after, catalogue.find(after.provider()).orElse(null)), result);
    } finally {
      permits.release();
    }
  }

  private CheckResult test(Connection connection) {
    CheckResult result;
    try (PluginLease lease = catalogue.lease()) {
      Catalogue.Item item = catalogue.in(lease.registry(), connection.provider()).orElse(null);
      if (item == null) {
        String message =
            "The provider '"
                + connection.provider()
                + "' is not there: its plugin is"
                + " off or removed";
        result = result(Findings.local("unsupported", Verdict.UNKNOWN, message), 0);
      } else {
        AccountFields fields = AccountFields.of(connection);
        Account account =
            fields.account(connection, item.descriptor(), override(item.descriptor()));
        result =
            timed(lease, item, account, connection.defaultModel(), secrets(connection, fields));
      }
    }
    remember(connection, result);
    return result;
  }

  private static List<String> secrets(Connection connection, AccountFields fields) {
    Credentials credentials = connection.credentials();
    List<String> texts = new ArrayList<>(fields.secrets());
    Stream.of(
            credentials.apiKey(),
            credentials.accessToken(),
            credentials.refreshToken(),
            credentials.idToken())
        .filter(Objects::nonNull)
        .forEach(secret -> texts.add(secret.reveal()));
    return texts;
  }

  private CheckResult timed(
      PluginLease lease,
      Catalogue.Item item,
      Account account,
      @Nullable String model,
      List<String> secrets) {
    long start = System.nanoTime();
    Findings findings =
        new CredentialTest(http, lease.registry()).run(item, account, model, secrets);
    return result(findings, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  private CheckResult result(Findings findings, long millis) {
    String error = findings.verdict() == Verdict.VALID ? null : findings.diagnosis().message();
    return new CheckResult(
        findings.verdict(),
        millis,
        error,
        findings.diagnosis(),
        findings.status(),
        clock.instant());
  }

  /** A test of an account whose key was changed meanwhile says nothing of the new key. */
  private void remember(Connection tested, CheckResult result) {
    Instant now = result.testedAt();
    connections.update(
        tested.id(),
        account ->
            account.credentials().equals(tested.credentials())
                ? account.edit().health(health(account.health(), result, now)).build()
                : account);
  }

  private static ConnectionHealth health(ConnectionHealth old, CheckResult result, Instant now) {
    if (result.valid()) {
      return ConnectionHealth.tested(now);
    }
    return new ConnectionHealth(
        result.verdict() == Verdict.INVALID ? "error" : "unavailable",
        result.diagnosis().code() == null ? result.diagnosis().type() : result.diagnosis().code(),
        result.error(),
        now,
        old.backoffLevel(),
        old.rateLimitedUntil(),
        now);
  }

  private boolean chosen(Connection connection, BatchMode mode, @Nullable String provider) {
    Catalogue.Item item = catalogue.find(connection.provider()).orElse(null);
    return switch (mode) {
      case ALL -> true;
      case PROVIDER -> connection.provider().equals(provider);
      case OAUTH -> connection.authType() == AuthType.OAUTH;
      case APIKEY -> connection.authType() == AuthType.API_KEY && (item == null || !item.custom());
      case FREE -> item != null && item.descriptor().tier() == Tier.FREE;
      case COMPATIBLE -> item != null && item.custom();
    };
  }

  private @Nullable String override(ProviderDescriptor descriptor) {
    Map<String, String> overrides = settings.current().baseUrls();
    return overrides.get(descriptor.id());
  }

  private Connection find(String id) {
    return connections
        .find(id)
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "Connection not found"));
  }

  private static GatewayException gone() {
    return new GatewayException(
        ErrorCode.CONFLICT, "The account's provider is not there: its plugin is off or removed");
  }
}
