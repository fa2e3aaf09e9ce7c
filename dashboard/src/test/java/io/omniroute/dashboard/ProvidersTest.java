package io.omniroute.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dashboard.preview.FakeGateway;
import io.omniroute.dashboard.preview.Visitor;
import io.omniroute.dashboard.preview.Visitor.Answer;
import io.omniroute.platform.management.AccountView;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Providers and accounts, with and without htmx. */
final class ProvidersTest {

  private static final String GROQ = "/dashboard/providers/groq";

  private final FakeGateway gateway = FakeGateway.busy(Visitor.CLOCK);
  private final Visitor owner = Visitor.owner(gateway);

  @Test
  void aNewAccountIsSavedAndTested() {
    Answer page = owner.get(GROQ);

    Answer after =
        owner.follow(owner.submit(page, GROQ + "/accounts", Map.of("apiKey", "gsk_new")));

    assertThat(after.html().selectFirst(".toasts").text()).contains("answered in 231 ms");
    assertThat(after.html().select(".account")).hasSize(3);
    assertThat(after.text()).doesNotContain("gsk_new");
  }

  @Test
  void aMissingKeyIsSaidInTheSummaryAndBesideTheField() {
    Answer page = owner.get(GROQ);

    Answer again = owner.submit(page, GROQ + "/accounts", Map.of("apiKey", " "));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.html().selectFirst(".mistakes a").attr("href")).isEqualTo("#new-apiKey");
    assertThat(again.html().getElementById("new-apiKey-error").text()).contains("API key");
  }

  @Test
  void whatTheGatewayRefusesStandsBesideItsField() {
    Answer again =
        owner.submit(owner.get(GROQ), GROQ + "/accounts", Map.of("apiKey", "with spaces"));

    assertThat(again.html().getElementById("new-apiKey-error").text()).contains("spaces");
  }

  @Test
  void settingsKeepTheirTypes() {
    String mistral = "/dashboard/providers/mistral";
    owner.submit(
        owner.get(mistral),
        mistral + "/accounts",
        Map.of(
            "apiKey", "k", "setting.seats", "8", "setting.beta", "true", "setting.tags", "a\nb"));

    AccountView account = gateway.sources().services().providers().accounts("mistral").getLast();

    assertThat(account.settings().toText())
        .contains("\"region\":\"eu\"", "\"seats\":8", "\"beta\":true", "\"tags\":[\"a\",\"b\"]");
  }

  @Test
  void anEmptyKeyOfAnExistingAccountStaysAsItIs() {
    String account = GROQ + "/accounts/a1";

    Answer after =
        owner.follow(owner.submit(owner.get(account), account, Map.of("name", "renamed")));

    assertThat(after.html().selectFirst("#account-a1 h3").text()).isEqualTo("renamed");
    assertThat(after.html().selectFirst("#account-a1").text()).contains("gsk_…9f3a");
  }

  @Test
  void htmxGetsTheRowAndAMessageOnly() {
    Map<String, String> token = Map.of("_csrf", "preview-csrf-token");

    Answer row = owner.htmx("account-a1").post(GROQ + "/accounts/a1/test", token);

    assertThat(row.html().select("h1")).isEmpty();
    assertThat(row.html().getElementById("account-a1").text()).contains("accepted it", "231 ms");
    assertThat(row.html().getElementById("toasts").attr("hx-swap-oob")).isEqualTo("true");
  }

  @Test
  void deletingAsksAndNamesWhatIsLost() {
    Answer question = owner.get("/dashboard/providers/deepseek/accounts/a3/delete");
    assertThat(question.html().selectFirst(".consequences").text()).contains("only account");

    Answer after =
        owner.follow(
            owner.submit(question, "/dashboard/providers/deepseek/accounts/a3/delete", Map.of()));

    assertThat(after.html().select(".account")).isEmpty();
  }

  @Test
  void theCatalogueIsSearchedAndFilteredByItsAddress() {
    assertThat(owner.get("/dashboard/providers?q=SPEECH").html().select("#catalogue .row-line"))
        .hasSize(1);
    assertThat(owner.get("/dashboard/providers?origin=local").html().select("#catalogue .row-line"))
        .hasSize(1);
    assertThat(owner.get("/dashboard/providers?q=zzz").html().selectFirst("#catalogue").text())
        .contains("No provider matches");
  }

  @Test
  void htmxGetsTheCatalogueOnlyAndHistoryGetsThePage() {
    owner.htmx("catalogue");
    assertThat(owner.get("/dashboard/providers?q=groq").html().select("h1")).isEmpty();

    owner.header("HX-History-Restore-Request", "true");
    assertThat(owner.get("/dashboard/providers?q=groq").html().select("h1")).hasSize(1);
  }

  @Test
  void anotherAddressIsSetAndUndone() {
    Answer wrong = owner.submit(owner.get(GROQ), GROQ + "/base-url", Map.of("baseUrl", "nope"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.html().getElementById("provider-baseUrl-error").text()).contains("http");

    String mirror = "https://mirror.example/v1";
    Answer set =
        owner.follow(owner.submit(owner.get(GROQ), GROQ + "/base-url", Map.of("baseUrl", mirror)));
    assertThat(set.html().getElementById("provider-baseUrl").val()).isEqualTo(mirror);
  }
}
