package io.omniroute.platform.management;

import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.auth.ApiKeys;
import io.omniroute.platform.auth.AuthEnvironment;
import io.omniroute.platform.auth.AuthPolicy;
import io.omniroute.platform.auth.FirstRun;
import io.omniroute.platform.auth.KeyFormat;
import io.omniroute.platform.auth.LoginThrottle;
import io.omniroute.platform.auth.Logins;
import io.omniroute.platform.auth.Sessions;
import io.omniroute.platform.outbound.OutboundClient;
import io.omniroute.platform.outbound.OutboundLimits;
import io.omniroute.platform.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services of one gateway, wired, with the small chores beside them: noting when keys were last
 * used, and forgetting requests that are too old. Thread-safe.
 */
public final class Management implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Management.class);
  private static final Duration KEYS_SEEN_EVERY = Duration.ofSeconds(30);
  private static final Duration TIDY_EVERY = Duration.ofHours(6);

  private final Store store;
  private final Runnable stop;
  private final Services services;
  private final ApiKeys keys;
  private final AccessControl access;
  private final FirstRun firstRun;
  private final LoginThrottle throttle;
  private final OutboundClient checkClient = new OutboundClient(OutboundLimits.CHECK);
  private final OutboundClient nearbyClient = new OutboundClient(OutboundLimits.NEARBY);
  private final ScheduledExecutorService chores =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("management-chores").factory());

  private Management(ManagementParts parts) {
    store = parts.store();
    stop = parts.stop();
    AuthEnvironment environment = AuthEnvironment.of(parts.environment());
    AuditService audit = new StoredAudit(store.auditLog());
    StoredSettings settings = new StoredSettings(store.settings(), audit, parts.environment());
    Supplier<AuthPolicy> policy = () -> policy(settings.current());
    Sessions sessions = new Sessions(store.secrets(), environment, parts.clock());
    keys = new ApiKeys(store.apiKeys(), policy, parts.exposure(), parts.clock());
    firstRun = new FirstRun(store.secrets(), environment);
    throttle = new LoginThrottle(parts.clock());
    access = new AccessControl(sessions, keys, firstRun, policy, parts.exposure());
    Ground ground = new Ground(store, parts.plugins(), settings, audit, parts.clock());
    StoredNodes nodes = new StoredNodes(ground);
    Catalogue catalogue = new Catalogue(parts.plugins(), nodes::descriptors);
    ProviderService providers = new StoredProviders(ground, catalogue);
    PluginService plugins = new HostedPlugins(parts.pluginControl(), audit, parts.clock());
    LoginService login =
        new PasswordLogin(
            new Logins(store.secrets(), environment, sessions, firstRun, throttle),
            sessions,
            access,
            audit);
    services =
        new Services(
            login,
            providers,
            new ProviderChecks(ground, catalogue, nodes, new Exchangers(checkClient, nearbyClient)),
            nodes,
            keyService(parts, environment, audit),
            settings,
            plugins,
            health(parts, providers, plugins, login),
            audit,
            new LoggedActivity(store.requestLog()));
  }

  private KeyService keyService(
      ManagementParts parts, AuthEnvironment environment, AuditService audit) {
    KeyFormat format = new KeyFormat(store.secrets(), environment);
    return new StoredKeys(store.apiKeys(), format, keys, audit, parts.clock());
  }

  private HealthService health(
      ManagementParts parts, ProviderService providers, PluginService plugins, LoginService login) {
    return new MeasuredHealth(
        store,
        providers,
        plugins,
        login,
        new MeasuredHealth.Process(parts.version(), parts.clock().instant(), parts.clock()));
  }

  /** Wires everything and starts the chores; blocks for the store. */
  public static Management open(ManagementOptions options) {
    return open(
        new ManagementParts(
            options.store(),
            options.plugins(),
            PluginControl.of(options.plugins()),
            options.environment(),
            options.exposure(),
            options.version(),
            options.stop(),
            InstantSource.system()));
  }

  static Management open(ManagementParts parts) {
    Management management = new Management(parts);
    management.every(KEYS_SEEN_EVERY, management.keys::flush);
    management.every(TIDY_EVERY, () -> management.tidy(parts));
    return management;
  }

  /** The services. */
  public Services services() {
    return services;
  }

  /** The settings now. */
  public Settings settings() {
    return services.settings().current();
  }

  /** The settings of access now. */
  public AuthPolicy policy() {
    return policy(settings());
  }

  /** The keys that are accepted. */
  public ApiKeys keys() {
    return keys;
  }

  /** What stands before every management route. */
  public AccessControl access() {
    return access;
  }

  /** The time before there is a password. */
  public FirstRun firstRun() {
    return firstRun;
  }

  /** Who guesses passwords. */
  public LoginThrottle loginThrottle() {
    return throttle;
  }

  /** Stops the process in an orderly way. */
  public void stop() {
    stop.run();
  }

  /** Ends the chores and stores what they gathered. The store must still be open. */
  @Override
  public void close() {
    chores.shutdownNow();
    checkClient.close();
    nearbyClient.close();
    chore(keys::flush);
  }

  private void tidy(ManagementParts parts) {
    Duration kept = Duration.ofDays(services.settings().current().logRetentionDays());
    int gone = store.requestLog().deleteBefore(parts.clock().instant().minus(kept));
    if (gone > 0) {
      LOG.info("Forgot {} requests older than {} days", gone, kept.toDays());
    }
  }

  private void every(Duration pause, Runnable work) {
    var _ =
        chores.scheduleWithFixedDelay(
            () -> chore(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void chore(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // An exception would end the schedule without a word.
      LOG.warn("A chore of the management failed", e);
    }
  }

  private static AuthPolicy policy(Settings settings) {
    return new AuthPolicy(
        settings.requireLogin(),
        settings.requireApiKey(),
        settings.allowedHosts(),
        settings.corsOrigins());
  }
}
