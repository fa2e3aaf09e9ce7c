package io.omniroute.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dashboard.preview.FakeGateway;
import io.omniroute.dashboard.preview.Visitor;
import io.omniroute.dashboard.preview.Visitor.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first run, as a browser without JavaScript goes through it. */
final class FirstRunTest {

  private static final String LINK = "/dashboard/setup?token=" + FakeGateway.SETUP_TOKEN;

  private final FakeGateway gateway = FakeGateway.fresh(Visitor.CLOCK);
  private final Visitor visitor = Visitor.stranger(gateway);

  @Test
  void leadsFromThePrintedLinkToAKeyThatIsShownOnce() {
    Answer password = visitor.follow(visitor.get(LINK));
    Answer provider =
        visitor.follow(
            visitor.submit(
                password,
                "/dashboard/setup",
                Map.of("password", "a good long one", "again", "a good long one")));
    assertThat(provider.html().selectFirst("h1").text()).isEqualTo("Connect a first provider");

    Answer form = visitor.get("/dashboard/setup/provider/groq");
    Answer test =
        visitor.follow(
            visitor.submit(form, "/dashboard/setup/provider/groq", Map.of("apiKey", "gsk_good")));
    assertThat(test.html().selectFirst("h1").text()).isEqualTo("Ask something");

    Answer answer = visitor.submit(test, "/dashboard/setup/test", Map.of());
    assertThat(answer.html().selectFirst(".bubble-answer").text()).contains("Hello!");
    assertThat(answer.html().selectFirst(".facts-line").text()).contains("41 ms", "173 ms");

    Answer connect = visitor.get("/dashboard/setup/connect");
    Answer key = visitor.submit(connect, "/dashboard/setup/connect", Map.of());
    assertThat(key.html().getElementById("api-key").text()).startsWith("sk-preview-");
    assertThat(key.html().getElementById("code-curl-0").text())
        .contains("http://localhost:20128/v1/chat/completions", "sk-preview-");
    assertThat(key.header("Cache-Control")).contains("no-store");
    assertThat(visitor.get("/dashboard/setup/connect").text()).doesNotContain("sk-preview-");

    assertThat(visitor.get("/dashboard/setup").header("Location")).contains("/dashboard");
  }

  @Test
  void theDemoNeedsNoKey() {
    visitor.cookie("auth_token", "preview");
    Answer provider = visitor.get("/dashboard/setup/provider");

    Answer next = visitor.submit(provider, "/dashboard/setup/provider/demo", Map.of());

    assertThat(next.header("Location")).contains("/dashboard/setup/test");
  }

  @Test
  void aKeyThatFailsItsTestIsNotKeptUnlessTheReaderInsists() {
    visitor.cookie("auth_token", "preview");
    String action = "/dashboard/setup/provider/groq";

    Answer refused = visitor.submit(visitor.get(action), action, Map.of("apiKey", "gsk_bad"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.html().selectFirst(".notice").text()).contains("refused the key");
    assertThat(refused.text()).doesNotContain("gsk_bad");
    assertThat(accounts()).isZero();

    visitor.submit(refused, action, Map.of("apiKey", "gsk_bad", "force", "1"));
    assertThat(accounts()).isOne();
  }

  @Test
  void withoutTheLinkNobodySetsAPassword() {
    Answer page = visitor.get("/dashboard/setup");
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.html().select("input[type=password]")).isEmpty();

    Answer guessed = visitor.get("/dashboard/setup?token=guess");
    assertThat(guessed.status()).isEqualTo(403);
    assertThat(guessed.text()).contains("not valid any more");
  }

  @Test
  void differingPasswordsAreSaidBesideTheField() {
    Answer page = visitor.follow(visitor.get(LINK));

    Answer again =
        visitor.submit(
            page, "/dashboard/setup", Map.of("password", "a good long one", "again", "another"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.html().getElementById("setup-again-error").text()).contains("not the same");
    assertThat(again.html().getElementById("setup-again").attr("aria-invalid")).isEqualTo("true");
    assertThat(again.text()).doesNotContain("a good long one");
  }

  @Test
  void thePasswordMayBePutOff() {
    Answer page = visitor.follow(visitor.get(LINK));

    Answer next = visitor.follow(visitor.submit(page, "/dashboard/setup", Map.of("later", "1")));

    assertThat(next.html().selectFirst("h1").text()).isEqualTo("Connect a first provider");
  }

  private int accounts() {
    return gateway.sources().services().providers().accounts().size();
  }
}
