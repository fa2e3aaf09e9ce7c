package io.omniroute.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.store.Secret;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.TestRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessControlTest {

  private final TestClock clock = new TestClock();
  private final MemorySecrets secrets = new MemorySecrets();
  private final MemoryKeys repository = new MemoryKeys();
  private final AuthEnvironment environment = AuthEnvironment.of(Map.of());
  private final Sessions sessions = new Sessions(secrets, environment, clock);
  private AuthPolicy policy = new AuthPolicy(true, false, List.of("gateway.home"), List.of("*"));

  @Test
  void strangersReachPublicRoutesOnly() {
    AccessControl access = access(true);

    assertThat(access.authorize(Access.PUBLIC, get())).isInstanceOf(Principal.Anonymous.class);
    assertRefused(ErrorCode.UNAUTHENTICATED, access, Access.SESSION, get());
    assertRefused(ErrorCode.UNAUTHENTICATED, access, Access.SESSION_OR_KEY, get());
    assertThat(access.authenticated(get())).isFalse();
  }

  @Test
  void aSessionReachesEverything() {
    AccessControl access = access(true);

    assertThat(access.authorize(Access.SESSION, loggedIn(get())))
        .isInstanceOf(Principal.Session.class);
    assertThat(access.authorize(Access.SESSION_OR_KEY, loggedIn(get())))
        .isInstanceOf(Principal.Session.class);
  }

  @Test
  void aKeyManagesButIsNoPerson() {
    repository.add("good", List.of());
    AccessControl access = access(true);
    TestRequest request = get().header("Authorization", "Bearer good");

    assertThat(access.authorize(Access.SESSION_OR_KEY, request))
        .isEqualTo(new Principal.ApiKey("id-good", "key good"));
    assertRefused(ErrorCode.PERMISSION_DENIED, access, Access.SESSION, request);
  }

  @Test
  void aKeyInTheAddressDoesNotManage() {
    repository.add("good", List.of());

    assertRefused(
        ErrorCode.UNAUTHENTICATED, access(true), Access.SESSION_OR_KEY, get().query("key", "good"));
  }

  @Test
  void aKeyWithLimitsDoesNotManage() {
    repository.add("limited", List.of("fast/*"));

    assertRefused(
        ErrorCode.PERMISSION_DENIED,
        access(true),
        Access.SESSION_OR_KEY,
        get().header("x-api-key", "limited"));
  }

  @Test
  void withoutRequiredLoginLoopbackAloneIsOpen() {
    secrets.put(SecretNames.PASSWORD, Secret.of("hash"));
    policy = new AuthPolicy(false, false, List.of(), List.of("*"));

    assertThat(access(true).authorize(Access.SESSION, get())).isInstanceOf(Principal.Session.class);
    assertRefused(ErrorCode.UNAUTHENTICATED, access(false), Access.SESSION, get());
  }

  @Test
  void theFirstRunIsNotOpenEvenWithoutRequiredLogin() {
    policy = new AuthPolicy(false, false, List.of(), List.of("*"));

    assertRefused(ErrorCode.UNAUTHENTICATED, access(true), Access.SESSION, get());
  }

  @Test
  void aPageOfAnotherSiteCannotActForAPerson() {
    AccessControl access = access(true);
    for (String origin : List.of("https://evil.example", "null", "http://localhost:3000")) {
      TestRequest request = loggedIn(post()).header("Origin", origin);
      assertRefused(ErrorCode.PERMISSION_DENIED, access, Access.SESSION, request);
    }
    assertRefused(
        ErrorCode.PERMISSION_DENIED,
        access,
        Access.PUBLIC,
        post().header("Origin", "https://evil.example"));
    for (String site : List.of("cross-site", "same-site")) {
      TestRequest request = loggedIn(post()).header("Sec-Fetch-Site", site);
      assertRefused(ErrorCode.PERMISSION_DENIED, access, Access.SESSION, request);
    }
  }

  @Test
  void withoutRequiredLoginForeignPagesAreStillRefused() {
    secrets.put(SecretNames.PASSWORD, Secret.of("hash"));
    policy = new AuthPolicy(false, false, List.of(), List.of("*"));

    assertRefused(
        ErrorCode.PERMISSION_DENIED,
        access(true),
        Access.SESSION,
        post().header("Origin", "https://evil.example"));
  }

  @Test
  void ownPagesSendJsonFreelyAndFormsWithTheirToken() {
    AccessControl access = access(true);
    String cookie = sessions.open(false).value();
    String token = sessions.verify(cookie).orElseThrow().csrfToken();
    TestRequest json = post().session(cookie).header("Origin", "http://localhost:20128");
    TestRequest form =
        post().session(cookie).header("Content-Type", "application/x-www-form-urlencoded");

    assertThatCode(() -> access.authorize(Access.SESSION, json)).doesNotThrowAnyException();
    assertRefused(ErrorCode.PERMISSION_DENIED, access, Access.SESSION, form);
    assertRefused(
        ErrorCode.PERMISSION_DENIED, access, Access.SESSION, form.field("_csrf", "guessed"));
    assertThatCode(() -> access.authorize(Access.SESSION, form.field("_csrf", token)))
        .doesNotThrowAnyException();
    assertThatCode(() -> access.authorize(Access.SESSION, form.header("X-CSRF-Token", token)))
        .doesNotThrowAnyException();
  }

  @Test
  void aTokenOfAnotherSessionIsRefused() {
    String token = sessions.verify(sessions.open(false).value()).orElseThrow().csrfToken();
    TestRequest form =
        loggedIn(post())
            .header("Content-Type", "multipart/form-data; boundary=x")
            .field("_csrf", token);

    assertRefused(ErrorCode.PERMISSION_DENIED, access(true), Access.SESSION, form);
  }

  @Test
  void aRequestOfAKeyNeedsNeitherOriginNorToken() {
    repository.add("good", List.of());
    TestRequest request =
        post()
            .header("x-api-key", "good")
            .header("Origin", "https://tool.example")
            .header("Content-Type", "text/plain");

    assertThatCode(() -> access(true).authorize(Access.SESSION_OR_KEY, request))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyOwnNamesAreBelieved() {
    AccessControl access = access(true);

    assertThat(
            List.of(
                "localhost",
                "localhost:20128",
                "LOCALHOST",
                "127.0.0.1:20128",
                "[::1]:20128",
                "192.168.1.5:20128",
                "gateway.home",
                "app.localhost"))
        .allMatch(access::hostAllowed);
    assertThat(List.of("evil.example", "evil.example:20128", "localhost.evil.example", "", "[x]:1"))
        .noneMatch(access::hostAllowed);
    assertThat(access.hostAllowed(null)).isFalse();
  }

  @Test
  void aSessionNearItsEndIsRenewed() {
    TestRequest request = loggedIn(get());
    AccessControl access = access(true);

    assertThat(access.renewal(request)).isEmpty();
    clock.pass(Duration.ofDays(25));
    assertThat(access.renewal(request)).isPresent();
    assertThat(access.renewal(get())).isEmpty();
  }

  private static void assertRefused(
      ErrorCode code, AccessControl control, Access access, TestRequest request) {
    assertThatThrownBy(() -> control.authorize(access, request))
        .isInstanceOfSatisfying(
            GatewayException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private TestRequest loggedIn(TestRequest request) {
    return request.session(sessions.open(false).value());
  }

  private static TestRequest get() {
    return TestRequest.of("GET", "/api/x").header("Host", "localhost:20128");
  }

  private static TestRequest post() {
    return TestRequest.of("POST", "/api/x")
        .header("Host", "localhost:20128")
        .header("Content-Type", "application/json");
  }

  private AccessControl access(boolean loopbackOnly) {
    Exposure exposure = new Exposure(loopbackOnly, List.of());
    return new AccessControl(
        sessions,
        new ApiKeys(repository, () -> policy, exposure, clock),
        new FirstRun(secrets, environment),
        () -> policy,
        exposure);
  }
}
