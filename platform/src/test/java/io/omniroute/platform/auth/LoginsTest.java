package io.omniroute.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.net.InetAddress;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LoginsTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final InetAddress THERE = InetAddress.ofLiteral("203.0.113.7");

  private final TestClock clock = new TestClock();
  private final MemorySecrets secrets = new MemorySecrets();

  @Test
  void thereIsNoDefaultPassword() {
    Gate gate = gate(Map.of());

    assertRefused(ErrorCode.PERMISSION_DENIED, () -> gate.logins.logIn("", HERE, false));
    assertRefused(ErrorCode.PERMISSION_DENIED, () -> gate.logins.logIn("123456", HERE, false));
    assertThat(gate.firstRun.setupComplete()).isFalse();
  }

  @Test
  void untilThereIsAPasswordOnlyThisMachineIsServed() {
    Gate gate = gate(Map.of());

    assertThat(gate.firstRun.mayServe(HERE)).isTrue();
    assertThat(gate.firstRun.mayServe(THERE)).isFalse();

    gate.logins.setUp(token(gate), "correct horse", HERE, false);

    assertThat(gate.firstRun.mayServe(THERE)).isTrue();
    assertThat(gate.firstRun.setupToken()).isEmpty();
  }

  @Test
  void theSetupTokenWorksOnce() {
    Gate gate = gate(Map.of());
    String token = token(gate);

    assertThat(gate.firstRun.matches("guessed")).isFalse();
    assertThat(gate.firstRun.matches(token)).isTrue();
    gate.logins.setUp(token, "correct horse", HERE, false);

    assertThat(gate.firstRun.matches(token)).isFalse();
    assertRefused(
        ErrorCode.PERMISSION_DENIED, () -> gate.logins.setUp(token, "another horse", HERE, false));
    assertThat(gate.logins.logIn("correct horse", HERE, false).value()).isNotEmpty();
  }

  @Test
  void aTooShortPasswordDoesNotSpendTheToken() {
    Gate gate = gate(Map.of());

    assertRefused(
        ErrorCode.INVALID_REQUEST, () -> gate.logins.setUp(token(gate), "short", HERE, false));

    assertThat(gate.firstRun.setupToken()).isPresent();
  }

  @Test
  void theSetupCanBeLeftForLater() {
    Gate gate = gate(Map.of());
    String token = token(gate);

    String cookie = gate.logins.setUpLater(token, HERE, false).value();

    assertThat(gate.sessions.verify(cookie)).isPresent();
    assertThat(gate.firstRun.setupComplete()).isFalse();
    assertThat(gate.firstRun.mayServe(THERE)).isFalse();
    assertThat(gate.firstRun.matches(token)).isFalse();
    gate.logins.changePassword(null, "correct horse", HERE, false);
    assertThat(gate.firstRun.setupComplete()).isTrue();
  }

  @Test
  void setupTokensCannotBeTriedForever() {
    Gate gate = gate(Map.of());
    for (int i = 0; i < 5; i++) {
      assertRefused(
          ErrorCode.PERMISSION_DENIED,
          () -> gate.logins.setUp("guess", "correct horse", HERE, false));
    }

    assertRefused(
        ErrorCode.RATE_LIMITED, () -> gate.logins.setUp(token(gate), "correct horse", HERE, false));
  }

  @Test
  void theInitialPasswordCountsUntilOneIsStored() {
    Gate gate = gate(Map.of("INITIAL_PASSWORD", "from outside"));

    assertThat(gate.firstRun.setupComplete()).isTrue();
    assertThat(gate.logins.logIn("from outside", THERE, false).value()).isNotEmpty();
    gate.logins.changePassword("from outside", "correct horse", THERE, false);

    assertRefused(ErrorCode.UNAUTHENTICATED, () -> gate.logins.logIn("from outside", THERE, false));
    assertThat(gate.logins.logIn("correct horse", THERE, false).value()).isNotEmpty();
    Gate restarted = gate(Map.of("INITIAL_PASSWORD", "from outside"));
    assertRefused(
        ErrorCode.UNAUTHENTICATED, () -> restarted.logins.logIn("from outside", THERE, false));
  }

  @Test
  void aPublishedInitialPasswordIsNoPassword() {
    assertThat(gate(Map.of("INITIAL_PASSWORD", "123456")).firstRun.setupComplete()).isFalse();
    assertThat(gate(Map.of("INITIAL_PASSWORD", "CHANGEME")).firstRun.setupComplete()).isFalse();
  }

  @Test
  void anotherPasswordNeedsTheCurrentOneAndEndsAllSessions() {
    Gate gate = gate(Map.of());
    String old = gate.logins.setUp(token(gate), "correct horse", HERE, false).value();

    assertRefused(
        ErrorCode.UNAUTHENTICATED,
        () -> gate.logins.changePassword(null, "battery staple", HERE, false));
    assertRefused(
        ErrorCode.UNAUTHENTICATED,
        () -> gate.logins.changePassword("wrong", "battery staple", HERE, false));
    assertThat(gate.sessions.verify(old)).isPresent();

    String fresh =
        gate.logins.changePassword("correct horse", "battery staple", HERE, false).value();

    assertThat(gate.sessions.verify(old)).isEmpty();
    assertThat(gate.sessions.verify(fresh)).isPresent();
  }

  @Test
  void wrongPasswordsLockTheAddressEvenForTheRightOne() {
    Gate gate = gate(Map.of("INITIAL_PASSWORD", "from outside"));
    for (int i = 0; i < 5; i++) {
      assertRefused(ErrorCode.UNAUTHENTICATED, () -> gate.logins.logIn("wrong", THERE, false));
    }

    assertRefused(ErrorCode.RATE_LIMITED, () -> gate.logins.logIn("from outside", THERE, false));
    assertThat(gate.logins.logIn("from outside", HERE, false).value()).isNotEmpty();
  }

  @Test
  void thePasswordIsStoredAsASaltedHashOnly() {
    gate(Map.of()).logins.changePassword(null, "correct horse", HERE, false);
    String stored = secrets.find(SecretNames.PASSWORD).orElseThrow().reveal();
    gate(Map.of()).logins.changePassword("correct horse", "correct horse", HERE, false);

    assertThat(stored).startsWith("$argon2id$").doesNotContain("correct horse");
    assertThat(secrets.find(SecretNames.PASSWORD).orElseThrow().reveal()).isNotEqualTo(stored);
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GatewayException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static String token(Gate gate) {
    return gate.firstRun.setupToken().orElseThrow();
  }

  private Gate gate(Map<String, String> variables) {
    AuthEnvironment environment = AuthEnvironment.of(variables);
    Sessions sessions = new Sessions(secrets, environment, clock);
    FirstRun firstRun = new FirstRun(secrets, environment);
    return new Gate(
        new Logins(secrets, environment, sessions, firstRun, new LoginThrottle(clock)),
        sessions,
        firstRun);
  }

  private record Gate(Logins logins, Sessions sessions, FirstRun firstRun) {}
}
