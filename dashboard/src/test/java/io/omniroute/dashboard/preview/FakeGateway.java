package io.omniroute.dashboard.preview;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.DashboardPorts;
import io.omniroute.dashboard.connect.GatewayPort.GatewayInfo;
import io.omniroute.dashboard.connect.KeysPort;
import io.omniroute.dashboard.overview.ActivityPort;
import io.omniroute.dashboard.session.SessionPort;
import io.omniroute.dashboard.setup.SetupPort;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A gateway in memory. Confined to one thread. */
public final class FakeGateway {

  public static final String PASSWORD = "correct horse";
  public static final String SETUP_TOKEN = "one-time";
  public static final String SESSION_COOKIE = "preview_session=1; Path=/; HttpOnly; SameSite=Lax";

  public final FakePlugins plugins;
  public final FakeProviders providers;
  public final List<ActivityPort.Request> requests = new ArrayList<>();
  public final List<String> keys = new ArrayList<>();
  public boolean passwordSet = true;
  public boolean loginLocked;
  public boolean open = true;
  public Set<String> formats = Set.of("openai-chat");

  private FakeGateway(InstantSource clock) {
    plugins = new FakePlugins();
    providers = new FakeProviders(clock);
  }

  /** As it is on the first start. */
  public static FakeGateway fresh(InstantSource clock) {
    FakeGateway gateway = new FakeGateway(clock);
    gateway.passwordSet = false;
    gateway.providers.catalogueOnly();
    gateway.plugins.bundled();
    return gateway;
  }

  /** As it is after some weeks, with all kinds of states. */
  public static FakeGateway busy(InstantSource clock) {
    FakeGateway gateway = new FakeGateway(clock);
    gateway.providers.catalogueOnly();
    gateway.providers.connectSome();
    gateway.plugins.bundled();
    gateway.plugins.more();
    gateway.keys.add("ide");
    var now = clock.instant();
    gateway.requests.add(answered(now.minusSeconds(12), "fast", "groq/llama-3.3-70b", 412));
    gateway.requests.add(answered(now.minusSeconds(58), "smart", "deepseek/deepseek-chat", 1840));
    gateway.requests.add(
        new ActivityPort.Request(
            now.minusSeconds(190),
            "smart",
            "mistral/mistral-large",
            200,
            ActivityPort.Outcome.FALLBACK,
            4020,
            4100L,
            311L));
    gateway.requests.add(
        new ActivityPort.Request(
            now.minusSeconds(1300),
            "openai/gpt-5-mini",
            null,
            503,
            ActivityPort.Outcome.FAILED,
            30_000,
            null,
            null));
    gateway.requests.add(answered(now.minusSeconds(5400), "demo/echo", "demo/echo", 96));
    return gateway;
  }

  private static ActivityPort.Request answered(
      java.time.Instant at, String model, String servedBy, long millis) {
    return new ActivityPort.Request(
        at, model, servedBy, 200, ActivityPort.Outcome.ANSWERED, millis, 812L, 1204L);
  }

  /** What the dashboard asks. */
  public DashboardPorts ports() {
    return new DashboardPorts(
        () ->
            new GatewayInfo(
                "0.1.0", "1.0.0", "http://localhost:20128/v1", open, formats, "demo/echo"),
        new Logins(),
        new Setup(),
        plugins,
        providers,
        new Keys(),
        new Activity());
  }

  private final class Logins implements SessionPort {
    @Override
    public Outcome logIn(String password, InetAddress client, boolean secure) {
      if (!passwordSet) {
        return new Outcome.NotSetUp();
      }
      if (loginLocked) {
        return new Outcome.Locked(Duration.ofSeconds(42));
      }
      return password.equals(PASSWORD)
          ? new Outcome.Accepted(SESSION_COOKIE)
          : new Outcome.Refused();
    }

    @Override
    public String logOut(java.util.Optional<String> token, boolean secure) {
      return "preview_session=; Path=/; Max-Age=0";
    }

    @Override
    public String cookieName() {
      return "preview_session";
    }
  }

  private final class Setup implements SetupPort {
    @Override
    public boolean passwordSet() {
      return passwordSet;
    }

    @Override
    public boolean tokenValid(String token) {
      return !passwordSet && token.equals(SETUP_TOKEN);
    }

    @Override
    public String createPassword(
        String token, String password, InetAddress client, boolean secure) {
      if (!tokenValid(token)) {
        throw new GatewayException(ErrorCode.PERMISSION_DENIED, "The link is spent");
      }
      passwordSet = true;
      return SESSION_COOKIE;
    }

    @Override
    public boolean answered() {
      return !requests.isEmpty();
    }

    @Override
    public Trial ask(String question) {
      if (providers.all().stream().noneMatch(provider -> provider.connected())) {
        return new Trial(false, "", "No provider is connected.", 0, 0, null);
      }
      return new Trial(
          true, "demo/echo", "Hello! It is good to be reached through one door.", 41, 173, "demo");
    }
  }

  private final class Keys implements KeysPort {
    @Override
    public int count() {
      return keys.size();
    }

    @Override
    public String create(String name) {
      keys.add(name);
      return "sk-preview-7f3a9c21d5e84b06a1c9e2f7";
    }
  }

  private final class Activity implements ActivityPort {
    @Override
    public List<Request> latest(int limit) {
      return requests.stream().limit(limit).toList();
    }

    @Override
    public Today today() {
      return requests.isEmpty() ? new Today(0, 0, 0) : new Today(1284, 12, 1_930_441);
    }
  }
}
