package io.omniroute.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dashboard.preview.FakeGateway;
import io.omniroute.dashboard.preview.Visitor;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The sentence at the top is true, and green only with evidence. */
final class OverviewTest {

  @Test
  void aFreshGatewayClaimsNothing() {
    Document page = Visitor.owner(FakeGateway.fresh(Visitor.CLOCK)).get("/dashboard").html();

    assertThat(page.selectFirst(".statement").classNames()).contains("tone-idle");
    assertThat(page.selectFirst(".statement").text()).contains("Nothing has been asked yet");
    assertThat(page.select(".tone-good")).isEmpty();
    assertThat(page.select(".counts dd").eachText()).containsOnly("–");
  }

  @Test
  void aBusyGatewayShowsItsLastAnswer() {
    Document page = Visitor.owner(FakeGateway.busy(Visitor.CLOCK)).get("/dashboard").html();

    assertThat(page.selectFirst(".statement").text())
        .isEqualTo("Working. groq/llama-3.3-70b answered in 412 ms, 12 s ago.");
    assertThat(page.selectFirst(".counts").text()).contains("1,284", "99%");
  }

  @Test
  void whatIsBrokenIsNamedWithItsReasonAndLinked() {
    Document page = Visitor.owner(FakeGateway.busy(Visitor.CLOCK)).get("/dashboard").html();

    assertThat(page.select(".attention a").eachAttr("href"))
        .contains("/dashboard/providers/openai", "/dashboard/plugins");
    assertThat(page.selectFirst(".attention").text())
        .contains("Incorrect API key", "needs plugin-api ^2.0.0");
  }

  @Test
  void toolsWhoseFormatIsNotSpokenSaySo() {
    Document page = Visitor.owner(FakeGateway.busy(Visitor.CLOCK)).get("/dashboard").html();

    assertThat(page.select("#tool-codex + label + .tab-panel").text())
        .contains("No installed plugin translates it yet");
    assertThat(page.select("#tool-python + label + .tab-panel").text())
        .contains("http://localhost:20128/v1")
        .doesNotContain("No installed plugin");
  }

  @Test
  void theAddressIsTheOneTheReaderUses() {
    Visitor visitor =
        Visitor.owner(FakeGateway.busy(Visitor.CLOCK)).header("Host", "models.home:8080");

    assertThat(visitor.get("/dashboard").html().getElementById("base-url").text())
        .isEqualTo("http://models.home:8080/v1");
  }

  @Test
  void anAccountThatIsSwitchedOffIsNoTrouble() {
    Visitor owner = Visitor.owner(FakeGateway.busy(Visitor.CLOCK));
    owner.post(
        "/dashboard/providers/openai/accounts/a4/disable", Map.of("_csrf", "preview-csrf-token"));

    assertThat(owner.get("/dashboard").html().selectFirst(".attention").text())
        .doesNotContain("OpenAI");
  }
}
