package io.omniroute.platform.management;

import static io.omniroute.platform.management.TestGateway.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.provider.ModelInfo;
import io.omniroute.platform.management.CheckResult.Verdict;
import io.omniroute.platform.management.CheckService.BatchMode;
import io.omniroute.platform.management.CheckService.BatchResult;
import io.omniroute.platform.management.CheckService.ModelList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

  private static final String KEY = "key-0123456789";

  @TempDir Path folder;
  private TestGateway gateway;
  private CheckService checks;

  @BeforeEach
  void open() {
    gateway = TestGateway.in(folder, Map.of());
    checks = gateway.services().checks();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "200, VALID, ok",
    "401, INVALID, upstream_auth_error",
    "403, INVALID, upstream_auth_error",
    "402, VALID, ok",
    "429, VALID, upstream_rate_limited",
    "500, UNKNOWN, upstream_unavailable",
    "503, UNKNOWN, upstream_unavailable",
    "302, UNKNOWN, upstream_error",
    "418, UNKNOWN, upstream_error",
  })
  void aListedProviderIsJudgedByItsStatus(int status, Verdict verdict, String type) {
    gateway.server.answer("/acme/models", status, "{}");

    CheckResult result = checks.validate(AccountDraft.of("acme", null, KEY));

    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(result.diagnosis().type()).isEqualTo(type);
    assertThat(result.statusCode()).isEqualTo(status);
    assertThat(gateway.server.heard())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo("GET");
              assertThat(request.headers()).containsEntry("authorization", "Bearer " + KEY);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "200, VALID",
    "400, VALID",
    "404, VALID",
    "422, VALID",
    "401, INVALID",
    "429, VALID",
    "500, UNKNOWN",
  })
  void aProbeAsksForOneToken(int status, Verdict verdict) {
    gateway.server.answer("/prober/chat", status, "no");

    CheckResult result = checks.validate(AccountDraft.of("prober", null, KEY));

    assertThat(result.verdict()).isEqualTo(verdict);
    assertThat(gateway.server.heard())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.body()).isEqualTo("p-one max 1");
              assertThat(request.headers())
                  .containsEntry("x-key", KEY)
                  .containsEntry("x-format", "plain");
            });
  }

  @ParameterizedTest
  @CsvSource({"400, INVALID", "403, VALID", "200, VALID"})
  void aProviderSaysItselfWhatABadKeyIs(int status, Verdict verdict) {
    gateway.server.answer("/picky/whoami", status, "{}");

    assertThat(checks.validate(AccountDraft.of("picky", null, KEY)).verdict()).isEqualTo(verdict);
  }

  @Test
  void withoutAListTheModelsAreProbed() {
    gateway.server.answer("/acme/models", 404, "{}").answer("/acme/chat", 401, "no");

    assertThat(checks.validate(AccountDraft.of("acme", null, KEY)).verdict())
        .isEqualTo(Verdict.INVALID);
  }

  @Test
  void withoutListAndModelNothingIsClaimed() {
    CheckResult result = checks.validate(AccountDraft.of("picky", null, KEY));

    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(result.diagnosis().type()).isEqualTo("unsupported");
  }

  @Test
  void anUpstreamThatEchoesTheKeyIsNotQuoted() {
    gateway.server.answer("/acme/models", 401, "bad key " + KEY + " and pin 4711");
    AccountDraft draft =
        new AccountDraft("acme", null, KEY, null, null, null, TestGateway.json("{'pin':'4711'}"));

    CheckResult result = checks.validate(draft);

    assertThat(result.error()).contains("bad key [redacted] and pin [redacted]");
    assertThat(result.toString()).doesNotContain(KEY).doesNotContain("4711");
  }

  @Test
  void aServerThatIsNotThereSaysNothingOfTheKey() {
    AccountView account = gateway.account("a", KEY);
    gateway.server.close();

    CheckResult result = checks.test(account.id(), PERSON);

    assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(result.diagnosis().type()).isEqualTo("network_error");
    assertThat(result.statusCode()).isNull();
    assertThat(status(account).testStatus()).isEqualTo("unavailable");
  }

  @Test
  void whatATestFoundIsRemembered() {
    AccountView account = gateway.account("a", KEY);
    gateway.server.answer("/acme/models", 401, "");
    checks.test(account.id(), PERSON);

    assertThat(status(account).testStatus()).isEqualTo("error");
    assertThat(status(account).errorCode()).isEqualTo("401");
    assertThat(status(account).lastTested()).isEqualTo(gateway.clock.instant());

    gateway.server.answer("/acme/models", 200, "");
    checks.test(account.id(), PERSON);

    assertThat(status(account).testStatus()).isEqualTo("active");
    assertThat(status(account).lastError()).isNull();
  }

  @Test
  void aBuiltInProviderIsAskedForAnAnswer() {
    assertThat(echo("fine")).isEqualTo(Verdict.VALID);
    assertThat(echo("failing")).isEqualTo(Verdict.INVALID);
    assertThat(echo("broken")).isEqualTo(Verdict.INVALID);
  }

  @Test
  void aNodeIsTriedBeforeItIsAdded() {
    gateway.server.answer("/node/models", 200, "{\"data\":[]}");
    NodeDraft node =
        new NodeDraft(
            "openai-compatible",
            "Mine",
            "mine",
            "chat",
            gateway.server.baseUrl() + "/node/chat/completions");

    assertThat(checks.validateNode(node, KEY, null).valid()).isTrue();
  }

  @Test
  void aBatchTestsTheChosenAccounts() {
    gateway.account("a", KEY);
    AccountView off = gateway.account("off", KEY);
    gateway.services().providers().enable(off.id(), false, PERSON);
    gateway.services().providers().create(AccountDraft.of("prober", null, KEY), PERSON);
    gateway.services().providers().create(AccountDraft.of("echo", null, null), PERSON);
    gateway.server.answer("/acme/models", 200, "").answer("/prober/chat", 401, "");

    BatchResult all = checks.testBatch(BatchMode.ALL, null, PERSON);
    BatchResult one = checks.testBatch(BatchMode.PROVIDER, "prober", PERSON);

    assertThat(all.results()).hasSize(3);
    assertThat(all.passed()).isEqualTo(2);
    assertThat(one.results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.result().valid()).isFalse();
              assertThat(result.account().status().testStatus()).isEqualTo("error");
            });
    assertThat(checks.testBatch(BatchMode.APIKEY, null, PERSON).results()).hasSize(2);
    assertThat(checks.testBatch(BatchMode.COMPATIBLE, null, PERSON).results()).isEmpty();
  }

  @Test
  void modelsAreListedLiveAndKeptForAWhile() {
    AccountView account = gateway.account("a", KEY);
    gateway.server.answer("/acme/models", 200, "{\"data\":[{\"id\":\"new-one\"}]}");

    ModelList live = checks.models(account.id());
    checks.models(account.id());

    assertThat(live.live()).isTrue();
    assertThat(live.models()).extracting(ModelInfo::id).containsExactly("new-one");
    assertThat(gateway.server.heard()).hasSize(1);
    gateway.clock.pass(Duration.ofMinutes(11));
    checks.models(account.id());
    assertThat(gateway.server.heard()).hasSize(2);
  }

  @Test
  void knownModelsStandInWhenTheListFails() {
    AccountView account = gateway.account("a", KEY);
    gateway.server.answer("/acme/models", 500, "");

    ModelList list = checks.models(account.id());

    assertThat(list.live()).isFalse();
    assertThat(list.warning()).contains("500");
    assertThat(list.models()).extracting(ModelInfo::id).containsExactly("acme-one");
  }

  @Test
  void serversOnThisMachineAreFound() {
    assertThat(checks.discover()).isEmpty();

    gateway.server.answer("/nearby/tags", 200, "{}");

    assertThat(checks.discover())
        .singleElement()
        .satisfies(
            server -> {
              assertThat(server.provider()).isEqualTo("nearby");
              assertThat(server.connected()).isFalse();
            });
  }

  private Verdict echo(String name) {
    AccountView account =
        gateway.services().providers().create(AccountDraft.of("echo", name, null), PERSON);
    return checks.test(account.id(), PERSON).verdict();
  }

  private AccountView.Status status(AccountView account) {
    return gateway.services().providers().account(account.id()).status();
  }
}
