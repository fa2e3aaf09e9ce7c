package io.omniroute.platform.management;

import static io.omniroute.platform.management.TestGateway.PERSON;
import static io.omniroute.platform.management.TestGateway.PROGRAM;
import static io.omniroute.platform.management.TestGateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.store.AuthType;
import io.omniroute.platform.store.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

  @TempDir Path folder;
  private TestGateway gateway;
  private ProviderService providers;

  @BeforeEach
  void open() {
    gateway = TestGateway.in(folder, Map.of());
    providers = gateway.services().providers();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void theCatalogueShowsPluginsAndNodes() {
    gateway
        .services()
        .nodes()
        .create(
            new NodeDraft("openai-compatible", "Mine", "mine", null, "http://localhost:9"), PERSON);

    assertThat(providers.catalogue())
        .extracting(ProviderView::name)
        .containsExactly("Acme", "Echo", "Mine", "Nearby", "Picky", "Prober");
    assertThat(providers.provider("ac").orElseThrow().id()).isEqualTo("acme");
    assertThat(providers.provider("mine").orElseThrow().custom()).isTrue();
    assertThat(providers.provider("echo").orElseThrow().needsCredential()).isFalse();
  }

  @Test
  void anAccountIsStoredUnderTheProvidersIdAndItsKeyMasked() {
    AccountView account =
        providers.create(AccountDraft.of("ac", null, "  sk-0123456789abcdefghijkl \n"), PERSON);

    assertThat(account.provider()).isEqualTo("acme");
    assertThat(account.name()).isEqualTo("Acme");
    assertThat(account.authType()).isEqualTo("apikey");
    assertThat(account.maskedKey()).isEqualTo("sk-01234****ijkl");
    assertThat(account.status().testStatus()).isEqualTo("unknown");
    assertThat(stored(account).credentials().apiKey().reveal())
        .isEqualTo("sk-0123456789abcdefghijkl");
  }

  @Test
  void namesAreMadeUpWithoutCollision() {
    gateway.account(null, "key-one");

    assertThat(gateway.account(null, "key-two").name()).isEqualTo("Acme 2");
    assertThat(gateway.account(null, "key-three").name()).isEqualTo("Acme 3");
  }

  @Test
  void everyFaultIsNamedAndNothingIsStored() {
    AccountDraft draft =
        new AccountDraft(
            "acme",
            "x",
            "two words",
            0,
            null,
            null,
            json("{'region':'toolong','unknown':1,'pin':5,'baseUrl':'ftp://x'}"));

    assertThat(faults(() -> providers.create(draft, PERSON)))
        .containsExactlyInAnyOrder(
            "apiKey must be one line of ASCII without blanks",
            "region must look like [a-z]{2}",
            "unknown is not a field of this provider",
            "pin must be text",
            "baseUrl must begin with http:// or https://",
            "priority must be at least 1");
    assertThat(providers.accounts()).isEmpty();
  }

  @Test
  void missingAndUnknownThingsAreRefused() {
    assertThat(faults(() -> gateway.account("x", " "))).containsExactly("apiKey is required");
    assertThat(faults(() -> providers.create(AccountDraft.of("nobody", "x", "k"), PERSON)))
        .containsExactly("provider is not a provider of this gateway");
    assertThatThrownBy(() -> providers.account("nobody"))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void aKeylessProviderNeedsNoKey() {
    AccountView account = providers.create(AccountDraft.of("nearby", null, null), PERSON);

    assertThat(account.authType()).isEqualTo("none");
    assertThat(account.maskedKey()).isNull();
  }

  @Test
  void secretFieldsAreKeptApartFromTheOpenOnes() {
    AccountView account =
        providers.create(
            new AccountDraft(
                "acme", "x", "the-key", null, null, null, json("{'region':'eu','pin':'4711'}")),
            PERSON);

    assertThat(account.settings()).isEqualTo(json("{'region':'eu'}"));
    assertThat(account.secretFields()).containsExactly("pin");
    assertThat(stored(account).providerSpecificData()).doesNotContain("4711");
    assertThat(stored(account).credentials().secretData().reveal()).contains("4711");

    AccountView changed =
        providers.update(
            account.id(),
            AccountChange.form("y", Patch.keep(), Patch.keep(), json("{'region':null,'pin':''}")),
            PERSON);

    assertThat(changed.name()).isEqualTo("y");
    assertThat(changed.settings()).isEqualTo(JsonObject.EMPTY);
    assertThat(changed.secretFields()).containsExactly("pin");
  }

  @Test
  void aFaultyChangeChangesNothing() {
    AccountView account = gateway.account("x", "the-key");

    assertThat(
            faults(
                () ->
                    providers.update(
                        account.id(),
                        AccountChange.form(
                            "y", Patch.set("new-key"), Patch.keep(), json("{'region':'1'}")),
                        PERSON)))
        .containsExactly("region must look like [a-z]{2}");
    assertThat(providers.account(account.id())).isEqualTo(account);
  }

  @Test
  void anEmptyKeyLeavesTheKeyAloneAndANewOneForgetsWhatWasKnown() {
    AccountView account = gateway.account("x", "the-key");
    gateway.server.answer("/acme/models", 200, "{\"data\":[]}");
    gateway.services().checks().test(account.id(), PERSON);

    providers.update(account.id(), key(" "), PERSON);
    assertThat(providers.account(account.id()).status().testStatus()).isEqualTo("active");
    assertThat(stored(account).credentials().apiKey().reveal()).isEqualTo("the-key");

    providers.update(account.id(), key("other-key"), PERSON);
    assertThat(providers.account(account.id()).status().testStatus()).isEqualTo("unknown");
  }

  @Test
  void prioritiesStayOneToN() {
    AccountView a = gateway.account("a", "key-a");
    AccountView b = gateway.account("b", "key-b");
    providers.create(
        new AccountDraft("acme", "c", "key-c", 1, null, null, JsonObject.EMPTY), PERSON);
    assertThat(order()).containsExactly("c1", "a2", "b3");

    providers.update(b.id(), priority(1), PERSON);
    assertThat(order()).containsExactly("b1", "c2", "a3");

    providers.update(b.id(), priority(99), PERSON);
    assertThat(order()).containsExactly("c1", "a2", "b3");

    providers.delete(a.id(), PERSON);
    assertThat(order()).containsExactly("c1", "b2");
  }

  @Test
  void accountsAreOrderedAsAWhole() {
    String a = gateway.account("a", "key-a").id();
    String b = gateway.account("b", "key-b").id();

    providers.reorder("acme", List.of(b, a), PERSON);

    assertThat(order()).containsExactly("b1", "a2");
    assertThat(faults(() -> providers.reorder("acme", List.of(a, a), PERSON)))
        .containsExactly("ids must name every account of the provider once");
  }

  @Test
  void anAccountIsSwitchedOffAndOn() {
    String id = gateway.account("a", "key-a").id();

    assertThat(providers.enable(id, false, PERSON).active()).isFalse();
    assertThat(providers.enable(id, true, PERSON).active()).isTrue();
  }

  @Test
  void anAccountOfAProviderThatIsGoneStaysAndSaysSo() {
    Connection orphan = Connection.builder("removed", AuthType.API_KEY, "old").build();
    gateway.store.connections().save(orphan);

    assertThat(providers.account(orphan.id()).providerAvailable()).isFalse();
    assertThat(providers.enable(orphan.id(), false, PERSON).active()).isFalse();
    CheckResult result = gateway.services().checks().test(orphan.id(), PERSON);
    assertThat(result.verdict()).isEqualTo(CheckResult.Verdict.UNKNOWN);
    assertThat(result.error()).contains("'removed'").contains("off or removed");
    providers.delete(orphan.id(), PERSON);
    assertThat(providers.accounts()).isEmpty();
  }

  @Test
  void onlyAPersonMaySendStoredKeysElsewhere() {
    AccountView account = gateway.account("a", "key-a");
    AccountChange elsewhere =
        AccountChange.form(
            "a", Patch.keep(), Patch.keep(), json("{'baseUrl':'http://localhost:1'}"));
    AccountChange withNewKey =
        AccountChange.form(
            "a", Patch.set("my-own"), Patch.keep(), json("{'baseUrl':'http://localhost:1'}"));

    assertThatThrownBy(() -> providers.update(account.id(), elsewhere, PROGRAM))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("session");
    assertThatThrownBy(() -> providers.setBaseUrl("acme", "http://localhost:1", PROGRAM))
        .isInstanceOf(GatewayException.class);
    assertThat(providers.update(account.id(), withNewKey, PROGRAM).baseUrl())
        .isEqualTo("http://localhost:1");
    assertThat(providers.update(account.id(), elsewhere, PERSON).baseUrl())
        .isEqualTo("http://localhost:1");
  }

  @Test
  void aProvidersAddressIsOverriddenForAllItsAccounts() {
    String id = gateway.account("a", "key-a").id();
    gateway.server.answer("/mirror/models", 200, "{\"data\":[{\"id\":\"mirrored\"}]}");

    ProviderView provider =
        providers.setBaseUrl("ac", gateway.server.baseUrl() + "/mirror/models/", PERSON);

    assertThat(provider.baseUrlOverride()).isEqualTo(gateway.server.baseUrl() + "/mirror");
    assertThat(gateway.services().settings().current().baseUrls()).containsKey("acme");
    assertThat(gateway.services().checks().models(id).models())
        .extracting(model -> model.id())
        .containsExactly("mirrored");
    assertThat(providers.setBaseUrl("acme", null, PERSON).baseUrlOverride()).isNull();
  }

  @Test
  void everyChangeLeavesALineWithoutASecret() {
    AccountView account = gateway.account("a", "very-secret-key");
    providers.update(account.id(), key("other-secret-key"), PERSON);
    providers.delete(account.id(), PROGRAM);

    List<AuditService.AuditLine> lines = gateway.services().audit().page(10, null);
    assertThat(lines)
        .extracting(AuditService.AuditLine::action)
        .containsExactly("account.delete", "account.update", "account.create");
    assertThat(lines.getFirst().actor()).isEqualTo("key:1");
    assertThat(lines.getFirst().ip()).isEqualTo("203.0.113.7");
    assertThat(lines.toString()).doesNotContain("secret-key");
  }

  private List<String> order() {
    return providers.accounts("acme").stream()
        .map(account -> account.name() + account.priority())
        .toList();
  }

  private Connection stored(AccountView account) {
    return gateway.store.connections().find(account.id()).orElseThrow();
  }

  private static List<String> faults(ThrowingCallable call) {
    return TestGateway.faults(catchThrowableOfType(InvalidInput.class, call));
  }

  private static AccountChange key(String key) {
    return new AccountChange(
        Patch.keep(),
        Patch.set(key),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep());
  }

  private static AccountChange priority(int place) {
    return new AccountChange(
        Patch.keep(),
        Patch.keep(),
        Patch.set(place),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep());
  }
}
