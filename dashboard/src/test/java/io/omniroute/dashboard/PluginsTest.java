package io.omniroute.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dashboard.preview.FakeGateway;
import io.omniroute.dashboard.preview.Visitor;
import io.omniroute.dashboard.preview.Visitor.Answer;
import io.omniroute.platform.web.Form;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Plugins, with and without htmx. */
final class PluginsTest {

  private static final String PATH = "/dashboard/plugins";
  private static final Map<String, String> TOKEN = Map.of("_csrf", "preview-csrf-token");

  private final Visitor owner = Visitor.owner(FakeGateway.busy(Visitor.CLOCK));

  @Test
  void aFailedPluginShowsItsReasonInItsRow() {
    Element row = row("my-router");

    assertThat(row.selectFirst(".reason").text()).contains("needs plugin-api ^2.0.0");
    assertThat(row.selectFirst(".pill").text()).isEqualTo("Failed");
    assertThat(row.selectFirst("button").text()).contains("Try again");
  }

  @Test
  void whatAPluginSaysOfItselfIsText() {
    Answer page = owner.get(PATH);

    assertThat(page.text()).contains("Acme &lt;script&gt;alert(1)&lt;/script&gt; &amp; more");
    assertThat(page.html().select("script:not([src])")).isEmpty();
  }

  @Test
  void switchingOffWorksWithoutJavaScript() {
    Answer after = owner.follow(owner.post(PATH + "/demo/disable", TOKEN));

    assertThat(after.html().selectFirst(".toasts").text()).contains("Demo is switched off");
    assertThat(row("demo").selectFirst(".pill").text()).isEqualTo("Disabled");
    assertThat(owner.get(PATH).html().select(".toast-line")).as("said once").isEmpty();
  }

  @Test
  void whatCannotBeDoneIsSaidWithItsReason() {
    Answer after = owner.follow(owner.post(PATH + "/my-router/enable", TOKEN));

    assertThat(after.html().selectFirst(".toast-line.tone-bad").text()).contains("plugin-api");
  }

  @Test
  void anUnchangedListIsNotSentAgain() {
    String poll = owner.get(PATH).html().selectFirst("#plugin-list").attr("hx-get");
    owner.htmx("plugin-list");
    assertThat(owner.get(poll).status()).isEqualTo(204);

    Answer changed = owner.post(PATH + "/demo/disable", TOKEN);
    assertThat(changed.html().select("h1")).isEmpty();
    assertThat(changed.html().getElementById("plugin-list")).isNotNull();
    assertThat(owner.get(poll).status()).isEqualTo(200);
  }

  @Test
  void aJarIsLookedAtAndThenInstalled() {
    Answer form = owner.get(PATH + "/install");
    Form.Upload jar = new Form.Upload("acme.jar", "PK...".getBytes(UTF_8));

    Answer preview = owner.follow(owner.upload(form, PATH + "/install", "jar", jar));
    assertThat(preview.html().text())
        .contains("acme-scorers", "scores.acme.example", "bleu, rouge", "9f86d081884c7d65");

    Answer after = owner.follow(owner.submit(preview, PATH + "/install/tok42", Map.of()));
    assertThat(after.html().selectFirst(".toasts").text()).contains("Acme scorers 1.2.0");
    assertThat(row("acme-scorers")).isNotNull();
    assertThat(owner.get(PATH + "/install/tok42").status()).isEqualTo(404);
  }

  @Test
  void whatDoesNotFitCannotBeInstalled() {
    Form.Upload jar = new Form.Upload("old.jar", "PK...".getBytes(UTF_8));

    Answer preview =
        owner.follow(owner.upload(owner.get(PATH + "/install"), PATH + "/install", "jar", jar));

    assertThat(preview.html().selectFirst(".checks").text()).contains("^2.0.0");
    assertThat(preview.html().select("main form").eachAttr("action"))
        .containsExactly(PATH + "/install/tok43/discard");
    assertThat(preview.html().selectFirst(".refusal").text()).contains("Cannot be installed");
  }

  @Test
  void whatIsNoPluginIsRefusedWithAReason() {
    Form.Upload text = new Form.Upload("notes.txt", "hello".getBytes(UTF_8));

    Answer again = owner.upload(owner.get(PATH + "/install"), PATH + "/install", "jar", text);

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.html().getElementById("jar-error").text()).contains("zip END");
  }

  @Test
  void removingAsksInADialogueOrOnAPage() {
    assertThat(owner.get(PATH + "/acme-models/remove").html().select("h1")).hasSize(1);

    Answer dialogue = owner.htmx("dialog").get(PATH + "/acme-models/remove");
    assertThat(dialogue.html().select("h1")).isEmpty();
    assertThat(dialogue.html().getElementById("dialog-title").text()).contains("Remove");
    assertThat(dialogue.html().selectFirst(".consequences").text()).contains("acme/… are gone");
  }

  private Element row(String id) {
    return owner.get(PATH).html().select("tbody tr").stream()
        .filter(row -> row.selectFirst("form").attr("action").startsWith(PATH + "/" + id + "/"))
        .findFirst()
        .orElseThrow();
  }
}
