package io.omniroute.platform.management;

import static io.omniroute.platform.management.TestGateway.PERSON;
import static io.omniroute.platform.management.TestGateway.PROGRAM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.GatewayException;
import io.omniroute.platform.management.HealthService.Health;
import io.omniroute.platform.management.PluginService.PluginPreview;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginsAndHealthTest {

  @TempDir Path folder;
  private TestGateway gateway;
  private PluginService plugins;

  @BeforeEach
  void open() {
    gateway = TestGateway.in(folder, Map.of());
    plugins = gateway.services().plugins();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aFileIsLookedAtThenInstalledOnce() {
    PluginPreview preview = preview("fresh");

    assertThat(preview.installable()).isTrue();
    assertThat(plugins.staged(preview.token())).contains(preview);
    assertThat(plugins.install(preview.token(), PERSON).id()).isEqualTo("fresh");
    assertThat(plugins.plugin("fresh").state()).isEqualTo("active");
    assertThatThrownBy(() -> plugins.install(preview.token(), PERSON))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("upload the file again");
  }

  @Test
  void aPreviewIsForgottenAfterTenMinutesOrOnRequest() {
    PluginPreview old = preview("one");
    gateway.clock.pass(Duration.ofMinutes(11));
    PluginPreview unwanted = preview("two");
    plugins.discard(unwanted.token());

    assertThat(plugins.staged(old.token())).isEmpty();
    assertThat(plugins.staged(unwanted.token())).isEmpty();
  }

  @Test
  void onlyAFewFilesWait() {
    PluginPreview first = preview("one");
    for (int i = 0; i < 4; i++) {
      preview("more" + i);
    }

    assertThat(plugins.staged(first.token())).isEmpty();
  }

  @Test
  void whatIsNoPluginIsNotInstalled() {
    PluginPreview preview = preview("bad");

    assertThat(preview.problems()).containsExactly("It is no plugin");
    assertThatThrownBy(() -> plugins.install(preview.token(), PERSON))
        .isInstanceOf(GatewayException.class)
        .hasMessage("It is no plugin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.exe", ".jar", "", "x.jar.sh", "..\\..\\..jar", "x y.jar", "a.yaml"})
  void aFileHasAPlainName(String name) {
    assertThatThrownBy(() -> plugins.inspect(name, new byte[1], PERSON))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void foldersInAFileNameAreCutOff() {
    PluginPreview preview = plugins.inspect("../../etc/evil.jar", "fresh".getBytes(UTF_8), PERSON);

    assertThat(preview.plugin().fileName()).isEqualTo("evil.jar");
  }

  @Test
  void aKeyInstallsAndRemovesNothing() {
    PluginPreview preview = preview("fresh");

    assertThatThrownBy(() -> plugins.inspect("x.jar", new byte[1], PROGRAM))
        .hasMessageContaining("session");
    assertThatThrownBy(() -> plugins.install(preview.token(), PROGRAM))
        .hasMessageContaining("session");
    assertThatThrownBy(() -> plugins.remove("acme", PROGRAM)).hasMessageContaining("session");
    assertThat(plugins.staged(preview.token())).isPresent();
  }

  @Test
  void pluginsAreSwitchedAndRemovedWithATrace() {
    assertThat(plugins.disable("acme", PERSON).state()).isEqualTo("disabled");
    assertThat(plugins.enable("acme", PERSON).neededFor()).containsExactly("Accounts of acme");
    plugins.remove("acme", PERSON);

    assertThatThrownBy(() -> plugins.plugin("acme")).isInstanceOf(GatewayException.class);
    assertThat(gateway.services().audit().page(10, null))
        .extracting(AuditService.AuditLine::action)
        .containsExactlyInAnyOrder("plugin.remove", "plugin.enable", "plugin.disable");
  }

  @Test
  void nothingIsCalledHealthyWithoutEvidence() {
    AccountView account = gateway.account("a", "the-key");

    assertThat(provider().state()).isEqualTo("unknown");

    gateway.server.answer("/acme/models", 200, "");
    gateway.services().checks().test(account.id(), PERSON);
    assertThat(provider().state()).isEqualTo("healthy");

    gateway.server.answer("/acme/models", 401, "");
    gateway.services().checks().test(account.id(), PERSON);
    assertThat(provider().state()).isEqualTo("failing");
    assertThat(provider().lastFailure()).isEqualTo(gateway.clock.instant());

    gateway.services().providers().enable(account.id(), false, PERSON);
    assertThat(provider().state()).isEqualTo("off");
  }

  @Test
  void theHealthIsMeasured() {
    gateway.clock.pass(Duration.ofSeconds(90));

    Health health = health();

    assertThat(health.status()).isEqualTo("degraded");
    assertThat(health.problems()).containsExactly("Plugin broken failed");
    assertThat(health.system().version()).isEqualTo("1.2.3");
    assertThat(health.system().uptimeSeconds()).isEqualTo(90);
    assertThat(health.system().heapUsedBytes()).isPositive();
    assertThat(health.store().reachable()).isTrue();
    assertThat(health.store().databaseBytes()).isPositive();
    assertThat(health.plugins()).isEqualTo(new HealthService.PluginHealth(1, 0, 1));
    assertThat(health.setupComplete()).isFalse();
    plugins.remove("broken", PERSON);
    assertThat(health().status()).isEqualTo("healthy");
  }

  private HealthService.ProviderHealth provider() {
    return health().providers().getFirst();
  }

  private Health health() {
    return gateway.services().health().now();
  }

  private PluginPreview preview(String id) {
    return plugins.inspect("plugin.jar", id.getBytes(UTF_8), PERSON);
  }
}
