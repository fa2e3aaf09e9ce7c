package io.omniroute.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

  private final TestClock clock = new TestClock();
  private final MemoryKeys repository = new MemoryKeys();
  private AuthPolicy policy = new AuthPolicy(true, false, List.of(), List.of("*"));

  @Test
  void aKnownKeyIsItsCaller() {
    repository.add("good", List.of("fast/*"));
    ApiKeys keys = keys(true);

    Caller caller = keys.authenticate("good").orElseThrow();

    assertThat(caller.keyId()).isEqualTo("id-good");
    assertThat(caller.allows("fast/one")).isTrue();
    assertThat(caller.allows("slow/one")).isFalse();
    assertThat(keys.authenticate("bad")).isEmpty();
    assertThat(keys.authenticate("")).isEmpty();
    assertThat(keys.authenticate("x".repeat(10_000))).isEmpty();
  }

  @Test
  void checkingNeverAsksTheStore() {
    repository.add("good", List.of());
    ApiKeys keys = keys(true);
    int reads = repository.reads;

    keys.authenticate("good");
    keys.authenticate("bad");

    assertThat(repository.reads).isEqualTo(reads);
  }

  @Test
  void revocationActsWithTheNextReload() {
    repository.add("good", List.of());
    ApiKeys keys = keys(true);

    repository.delete("id-good");
    keys.reload();

    assertThat(keys.authenticate("good")).isEmpty();
  }

  @Test
  void aKeyThatIsOffOrPastItsEndIsRefused() {
    repository.save(repository.add("off", List.of()).withActive(false));
    repository.save(
        repository
            .add("ending", List.of())
            .withExpiresAt(clock.instant().plus(Duration.ofMinutes(1))));
    ApiKeys keys = keys(true);

    assertThat(keys.authenticate("off")).isEmpty();
    assertThat(keys.authenticate("ending")).isPresent();
    clock.pass(Duration.ofMinutes(1));
    assertThat(keys.authenticate("ending")).isEmpty();
  }

  @Test
  void keysAreTakenFromEveryUsualPlace() {
    assertThat(presented(Map.of("Authorization", "Bearer one"), Map.of())).contains("one");
    assertThat(presented(Map.of("Authorization", "bearer  one "), Map.of())).contains("one");
    assertThat(presented(Map.of("x-api-key", "two"), Map.of())).contains("two");
    assertThat(presented(Map.of("x-goog-api-key", "three"), Map.of())).contains("three");
    assertThat(presented(Map.of(), Map.of("key", "four"))).contains("four");
    assertThat(presented(Map.of("Authorization", "Basic abc"), Map.of())).isEmpty();
    assertThat(presented(Map.of("Authorization", "Bearer "), Map.of())).isEmpty();
  }

  @Test
  void openModeServesAnybodyOnLoopbackButKeepsALimitedKeyToItsLimits() {
    repository.add("good", List.of("fast/*"));
    ApiKeys keys = keys(true);

    assertThat(admit(keys, Map.of())).isEqualTo(Caller.OPEN);
    assertThat(admit(keys, Map.of("x-api-key", "whatever"))).isEqualTo(Caller.OPEN);
    assertThat(admit(keys, Map.of("x-api-key", "good")).allows("slow/one")).isFalse();
  }

  @Test
  void strictModeTellsAMissingFromAWrongKey() {
    repository.add("good", List.of());
    policy = new AuthPolicy(true, true, List.of(), List.of("*"));
    ApiKeys keys = keys(true);

    assertRefused(ErrorCode.UNAUTHENTICATED, "Missing API key", keys, Map.of());
    assertRefused(ErrorCode.UNAUTHENTICATED, "Invalid API key", keys, Map.of("x-api-key", "bad"));
    assertThatCode(() -> admit(keys, Map.of("x-api-key", "good"))).doesNotThrowAnyException();
  }

  @Test
  void thereIsNoOpenModeBeyondLoopback() {
    ApiKeys keys = keys(false);

    assertThat(keys.required()).isTrue();
    assertRefused(ErrorCode.UNAUTHENTICATED, "Missing API key", keys, Map.of());
  }

  @Test
  void openModeIsClosedToPagesOfOtherSites() {
    repository.add("good", List.of());
    ApiKeys keys = keys(true);
    String refusal = "An API key is needed for requests from web pages of other sites";

    for (String origin : List.of("https://evil.example", "null", "http://localhost.evil.example")) {
      assertRefused(ErrorCode.PERMISSION_DENIED, refusal, keys, Map.of("Origin", origin));
      assertThatCode(() -> admit(keys, Map.of("Origin", origin, "x-api-key", "good")))
          .doesNotThrowAnyException();
    }
    for (String origin :
        List.of("http://localhost:3000", "http://127.0.0.1", "http://[::1]:8080", "app://editor")) {
      assertThatCode(() -> admit(keys, Map.of("Origin", origin))).doesNotThrowAnyException();
    }
  }

  @Test
  void openModeIsClosedToReboundNamesAndOpenToNamedOrigins() {
    policy = new AuthPolicy(true, false, List.of("gateway.home"), List.of("https://chat.example"));
    ApiKeys keys = keys(true);

    assertThatThrownBy(() -> keys.admit(headers(Map.of("Host", "evil.example")), name -> null))
        .isInstanceOf(GatewayException.class);
    assertThat(keys.admit(headers(Map.of("Host", "gateway.home:20128")), name -> null))
        .isEqualTo(Caller.OPEN);
    assertThat(admit(keys, Map.of("Origin", "https://chat.example"))).isEqualTo(Caller.OPEN);
  }

  @Test
  void lastUseIsGatheredAndStoredOnce() {
    repository.add("good", List.of());
    ApiKeys keys = keys(true);
    keys.authenticate("good");
    clock.pass(Duration.ofSeconds(5));
    keys.authenticate("good");

    assertThat(repository.touched).isEmpty();
    keys.flush();
    assertThat(repository.touched).containsExactly(Map.entry("id-good", clock.instant()));

    repository.touched.clear();
    keys.flush();
    assertThat(repository.touched).isEmpty();
  }

  private static void assertRefused(
      ErrorCode code, String words, ApiKeys keys, Map<String, String> headers) {
    assertThatThrownBy(() -> admit(keys, headers))
        .isInstanceOfSatisfying(
            GatewayException.class, refused -> assertThat(refused.code()).isEqualTo(code))
        .hasMessage(words);
  }

  private static Caller admit(ApiKeys keys, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Host", "localhost:20128");
    return keys.admit(headers(all), name -> null);
  }

  private static java.util.function.Function<String, String> headers(Map<String, String> values) {
    return values::get;
  }

  private static Optional<String> presented(
      Map<String, String> headers, Map<String, String> query) {
    return ApiKeys.presented(headers::get, query::get);
  }

  private ApiKeys keys(boolean loopbackOnly) {
    return new ApiKeys(repository, () -> policy, new Exposure(loopbackOnly, List.of()), clock);
  }
}
