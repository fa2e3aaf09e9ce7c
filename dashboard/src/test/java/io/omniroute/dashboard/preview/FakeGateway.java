package io.omniroute.dashboard.preview;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.DashboardRoutes;
import io.omniroute.dashboard.setup.Trials.Trial;
import io.omniroute.platform.auth.Session;
import io.omniroute.platform.auth.SessionCookie;
import io.omniroute.platform.management.ActivityService;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.AuditService;
import io.omniroute.platform.management.HealthService;
import io.omniroute.platform.management.KeyService;
import io.omniroute.platform.management.LoginService;
import io.omniroute.platform.management.ProviderNodeService;
import io.omniroute.platform.management.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A gateway in memory. Confined to one thread at a time. */
public final class FakeGateway {

  /** The password that opens it. */
  public static final String PASSWORD = "correct horse";

  /** The token of the printed link. */
  public static final String SETUP_TOKEN = "one-time";

  private static final Duration DAY = Duration.ofDays(1);

  final FakePlugins plugins = new FakePlugins();
  final FakeProviders providers;
  private final FakeKeys keys;
  private final InstantSource clock;
  private final List<ActivityService.Activity> requests = new ArrayList<>();
  private boolean passwordSet;
  private boolean tokenSpent;
  private boolean locked;

  private FakeGateway(InstantSource clock) {
    this.clock = clock;
    this.providers = new FakeProviders(clock);
    this.keys = new FakeKeys(clock);
    plugins.bundled();
  }

  /** As it is on the first start. */
  public static FakeGateway fresh(InstantSource clock) {
    return new FakeGateway(clock);
  }

  /** As it is after some weeks, with all kinds of states. */
  public static FakeGateway busy(InstantSource clock) {
    FakeGateway gateway = new FakeGateway(clock);
    gateway.passwordSet = true;
    gateway.providers.connectSome();
    gateway.plugins.more();
    gateway.keys.create("ide", List.of(), null, Actor.SYSTEM);
    gateway.someRequests();
    return gateway;
  }

  /** Refuses every log-in for a while. */
  public FakeGateway locked() {
    locked = true;
    return this;
  }

  /** Without any plugin. */
  public FakeGateway withoutPlugins() {
    plugins.installed.clear();
    return this;
  }

  private void someRequests() {
    Instant now = clock.instant();
    add(now.minusSeconds(12), "fast", "groq/llama-3.3-70b", 200, 1, 412, null);
    add(now.minusSeconds(58), "smart", "deepseek/deepseek-chat", 200, 1, 1840, null);
    add(now.minusSeconds(190), "smart", "mistral/mistral-large", 200, 2, 4020, null);
    String error = "Incorrect API key provided";
    add(now.minusSeconds(1300), "openai/gpt-5-mini", null, 503, 1, 30_000, error);
    add(now.minusSeconds(5400), "demo/echo", "demo/echo", 200, 1, 96, null);
  }

  private void add(
      Instant at,
      String model,
      @Nullable String servedBy,
      int status,
      int attempts,
      long millis,
      @Nullable String error) {
    Long tokens = servedBy == null ? null : 812L;
    requests.add(
        new ActivityService.Activity(
            "r" + requests.size(),
            at,
            model,
            servedBy,
            status,
            attempts,
            millis,
            tokens,
            tokens,
            tokens,
            "ide",
            error));
  }

  /** What the dashboard asks. */
  public DashboardRoutes.Sources sources() {
    Services services =
        new Services(
            new Logins(),
            providers,
            providers.checks(),
            Fakes.unused(ProviderNodeService.class),
            keys,
            FakeSettings.service(),
            plugins,
            Fakes.unused(HealthService.class),
            Fakes.unused(AuditService.class),
            new Answered());
    return new DashboardRoutes.Sources(
        services,
        (request, model, question) ->
            new Trial(true, "Hello! It is good to be reached through one door.", 41, 173));
  }

  private final class Logins implements LoginService {

    @Override
    public SessionCookie login(String password, Actor actor, boolean secure) {
      if (!passwordSet) {
        throw new GatewayException(ErrorCode.PERMISSION_DENIED, "No password is set yet");
      }
      if (locked) {
        throw new GatewayException(ErrorCode.RATE_LIMITED, "Too many tries")
            .withRetryAfter(Duration.ofSeconds(42));
      }
      if (!password.equals(PASSWORD)) {
        throw new GatewayException(ErrorCode.UNAUTHENTICATED, "Invalid password");
      }
      return open(secure);
    }

    private SessionCookie open(boolean secure) {
      return new SessionCookie("preview", DAY, secure);
    }

    @Override
    public SessionCookie logout(@Nullable String token, Actor actor, boolean secure) {
      return SessionCookie.forget(secure);
    }

    @Override
    public Optional<Session> session(@Nullable String token) {
      return Optional.empty();
    }

    @Override
    public LoginState state() {
      return new LoginState(!passwordSet, true);
    }

    @Override
    public boolean setupTokenValid(String token) {
      return !passwordSet && !tokenSpent && token.equals(SETUP_TOKEN);
    }

    @Override
    public SessionCookie setUp(String token, String password, Actor actor, boolean secure) {
      setUpLater(token, actor, secure);
      passwordSet = true;
      return open(secure);
    }

    @Override
    public SessionCookie setUpLater(String token, Actor actor, boolean secure) {
      if (!setupTokenValid(token)) {
        throw new GatewayException(ErrorCode.PERMISSION_DENIED, "This setup link is spent");
      }
      tokenSpent = true;
      return open(secure);
    }

    @Override
    public SessionCookie changePassword(
        @Nullable String current, String password, Actor actor, boolean secure) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class FakeKeys implements KeyService {

    private final List<KeyView> keys = new ArrayList<>();
    private final InstantSource clock;

    FakeKeys(InstantSource clock) {
      this.clock = clock;
    }

    @Override
    public List<KeyView> keys() {
      return List.copyOf(keys);
    }

    @Override
    public KeyView key(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public IssuedKey create(
        String name, List<String> allowedModels, @Nullable Instant expiresAt, Actor actor) {
      KeyView view =
          new KeyView(
              "k" + keys.size(),
              name,
              "sk-previ…e2f7",
              "m",
              allowedModels,
              true,
              clock.instant(),
              null,
              expiresAt);
      keys.add(view);
      return new IssuedKey("sk-preview-7f3a9c21d5e84b06a1c9e2f7", view);
    }

    @Override
    public KeyView update(String id, KeyChange change, Actor actor) {
      throw new UnsupportedOperationException();
    }

    @Override
    public IssuedKey rotate(String id, Actor actor) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(String id, Actor actor) {
      keys.removeIf(key -> key.id().equals(id));
    }
  }

  private final class Answered implements ActivityService {
    @Override
    public List<Activity> latest(int limit) {
      return requests.stream().limit(limit).toList();
    }

    @Override
    public Counts since(Instant moment) {
      return requests.isEmpty() ? new Counts(0, 0) : new Counts(1284, 12);
    }
  }
}
