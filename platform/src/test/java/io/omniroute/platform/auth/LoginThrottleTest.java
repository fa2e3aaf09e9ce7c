package io.omniroute.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

  private static final InetAddress SOMEBODY = InetAddress.ofLiteral("203.0.113.7");
  private static final InetAddress ANOTHER = InetAddress.ofLiteral("203.0.113.8");

  private final TestClock clock = new TestClock();
  private final LoginThrottle throttle = new LoginThrottle(clock);

  @Test
  void fiveFailuresLockAnAddressForAQuarterOfAnHour() {
    fail(SOMEBODY, 5);

    assertThatThrownBy(() -> throttle.begin(SOMEBODY))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
              assertThat(refused.retryAfter()).contains(Duration.ofMinutes(15));
              assertThat(refused.reason()).contains("900 seconds");
            });
    assertThatCode(() -> throttle.begin(ANOTHER)).doesNotThrowAnyException();

    clock.pass(Duration.ofMinutes(15));
    assertThatCode(() -> throttle.begin(SOMEBODY)).doesNotThrowAnyException();
  }

  @Test
  void slowFailuresDoNotLock() {
    for (int i = 0; i < 20; i++) {
      throttle.begin(SOMEBODY);
      clock.pass(Duration.ofSeconds(80));
    }

    assertThat(throttle.locks()).isEmpty();
  }

  @Test
  void aSuccessForgetsFailures() {
    fail(SOMEBODY, 4);
    throttle.begin(SOMEBODY);
    throttle.succeeded(SOMEBODY);

    fail(SOMEBODY, 4);

    assertThat(throttle.locks()).isEmpty();
  }

  @Test
  void locksAreListedAndCanBeOpened() {
    fail(SOMEBODY, 5);

    assertThat(throttle.locks())
        .singleElement()
        .satisfies(lock -> assertThat(lock.address()).isEqualTo("203.0.113.7"));
    assertThat(throttle.unlock("203.0.113.7")).isTrue();
    assertThat(throttle.unlock("203.0.113.7")).isFalse();
    assertThatCode(() -> throttle.begin(SOMEBODY)).doesNotThrowAnyException();
  }

  @Test
  void anAddressOfTheSameNetworkIsNoOther() {
    fail(InetAddress.ofLiteral("2001:db8:1:2::1"), 5);

    assertThatThrownBy(() -> throttle.begin(InetAddress.ofLiteral("2001:db8:1:2:ffff::9")))
        .isInstanceOf(GatewayException.class);
    assertThatCode(() -> throttle.begin(InetAddress.ofLiteral("2001:db8:1:3::1")))
        .doesNotThrowAnyException();
  }

  @Test
  void manyAddressesTogetherAreSlowedDownButNotLoopback() {
    for (int i = 0; i < 30; i++) {
      throttle.begin(InetAddress.ofLiteral("198.51.100." + i));
    }

    assertThatThrownBy(() -> throttle.begin(ANOTHER)).isInstanceOf(GatewayException.class);
    assertThatCode(() -> throttle.begin(InetAddress.getLoopbackAddress()))
        .doesNotThrowAnyException();
    clock.pass(Duration.ofSeconds(61));
    assertThatCode(() -> throttle.begin(ANOTHER)).doesNotThrowAnyException();
  }

  private void fail(InetAddress address, int times) {
    for (int i = 0; i < times; i++) {
      throttle.begin(address);
    }
  }
}
