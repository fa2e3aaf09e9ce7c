package io.omniroute.platform.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private final TestClock clock = new TestClock();
  private final MemorySecrets secrets = new MemorySecrets();
  private final Sessions sessions = sessions(Map.of());

  @Test
  void aCookieOpensItsSession() {
    SessionCookie cookie = sessions.open(false);

    assertThat(sessions.verify(cookie.value())).isPresent();
    assertThat(cookie.header())
        .startsWith("auth_token=")
        .contains("Path=/", "Max-Age=2592000", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
  }

  @Test
  void theCookieIsMarkedSecureOverHttpsAndWhenToldTo() {
    assertThat(sessions.open(true).header()).endsWith("; Secure");
    assertThat(sessions(Map.of("AUTH_COOKIE_SECURE", "true")).open(false).header())
        .endsWith("; Secure");
  }

  @Test
  void sessionsOutliveARestart() {
    String cookie = sessions.open(false).value();

    assertThat(sessions(Map.of()).verify(cookie)).isPresent();
  }

  @Test
  void anOldSessionIsRefused() {
    String cookie = sessions.open(false).value();

    clock.pass(Duration.ofDays(30));

    assertThat(sessions.verify(cookie)).isEmpty();
  }

  @Test
  void aSessionIsRenewedInItsLastSevenDaysOnly() {
    Session session = sessions.verify(sessions.open(false).value()).orElseThrow();

    clock.pass(Duration.ofDays(22));
    assertThat(sessions.renewal(session, false)).isEmpty();
    clock.pass(Duration.ofDays(2));

    String renewed = sessions.renewal(session, false).orElseThrow().value();
    clock.pass(Duration.ofDays(20));
    assertThat(sessions.verify(renewed)).map(Session::id).contains(session.id());
  }

  @Test
  void anEndedSessionStaysEndedAfterARestart() {
    String cookie = sessions.open(false).value();
    String other = sessions.open(false).value();
    sessions.close(sessions.verify(cookie).orElseThrow());

    assertThat(sessions.verify(cookie)).isEmpty();
    assertThat(sessions(Map.of()).verify(cookie)).isEmpty();
    assertThat(sessions.verify(other)).isPresent();
  }

  @Test
  void allSessionsEndTogether() {
    String cookie = sessions.open(false).value();

    sessions.closeAll();

    assertThat(sessions.verify(cookie)).isEmpty();
    assertThat(sessions(Map.of()).verify(cookie)).isEmpty();
    assertThat(sessions.verify(sessions.open(false).value())).isPresent();
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() {
    String forged =
        sessions(Map.of("JWT_SECRET", "a secret of sixteen or more")).open(false).value();

    assertThat(sessions.verify(forged)).isEmpty();
  }

  @Test
  void aTokenWithoutSignatureOrOfAnotherAlgorithmIsRefused() {
    String[] parts = sessions.open(false).value().split("\\.");
    String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    String other = base64("{\"alg\":\"HS512\",\"typ\":\"JWT\"}");

    assertThat(sessions.verify(none + "." + parts[1] + ".")).isEmpty();
    assertThat(sessions.verify(none + "." + parts[1] + "." + parts[2])).isEmpty();
    assertThat(sessions.verify(other + "." + parts[1] + "." + parts[2])).isEmpty();
    assertThat(sessions.verify(parts[0] + "." + parts[1] + ".")).isEmpty();
    assertThat(sessions.verify(parts[0] + "." + parts[1])).isEmpty();
  }

  @Test
  void aChangedTokenIsRefused() {
    String[] parts = sessions.open(false).value().split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    String longer = claims.replaceFirst("\"exp\":\\d+", "\"exp\":99999999999");

    assertThat(longer).isNotEqualTo(claims);
    assertThat(sessions.verify(parts[0] + "." + base64(longer) + "." + parts[2])).isEmpty();
  }

  @Test
  void aRightlySignedTokenWithoutClaimsIsRefused() {
    byte[] key = "a secret of sixteen or more".getBytes(UTF_8);
    String header = sessions.open(false).value().split("\\.")[0];
    Sessions fixed = sessions(Map.of("JWT_SECRET", "a secret of sixteen or more"));

    for (String claims :
        new String[] {"{\"authenticated\":true}", "[]", "nonsense", "{\"authenticated\":false}"}) {
      String signed = header + "." + base64(claims);
      assertThat(fixed.verify(signed + "." + Tokens.hmacText(key, signed))).isEmpty();
    }
  }

  @Test
  void nonsenseIsRefused() {
    assertThat(sessions.verify(null)).isEmpty();
    assertThat(sessions.verify("")).isEmpty();
    assertThat(sessions.verify("...")).isEmpty();
    assertThat(sessions.verify("x".repeat(100_000))).isEmpty();
  }

  @Test
  void formTokensDifferFromSessionToSession() {
    Session one = sessions.verify(sessions.open(false).value()).orElseThrow();
    Session two = sessions.verify(sessions.open(false).value()).orElseThrow();

    assertThat(one.csrfToken()).isNotEqualTo(two.csrfToken()).hasSizeGreaterThan(40);
  }

  private Sessions sessions(Map<String, String> environment) {
    return new Sessions(secrets, AuthEnvironment.of(environment), clock);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
