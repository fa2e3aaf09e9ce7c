package io.omniroute.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dashboard.preview.FakeGateway;
import io.omniroute.dashboard.preview.Visitor;
import io.omniroute.dashboard.preview.Visitor.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions, tokens and what strangers see. */
final class SecurityTest {

  private static final String LOGIN = "/dashboard/login";
  private static final String DISABLE = "/dashboard/plugins/demo/disable";
  private static final Map<String, String> TOKEN = Map.of("_csrf", "preview-csrf-token");

  private final FakeGateway gateway = FakeGateway.busy(Visitor.CLOCK);
  private final Visitor owner = Visitor.owner(gateway);
  private final Visitor stranger = Visitor.stranger(gateway);

  @Test
  void aStrangerIsSentToTheLoginAndBackAfterwards() {
    Answer login = stranger.follow(stranger.get("/dashboard/plugins"));
    assertThat(login.address()).isEqualTo(LOGIN + "?next=%2Fdashboard%2Fplugins");

    Answer after =
        stranger.follow(stranger.submit(login, LOGIN, Map.of("password", FakeGateway.PASSWORD)));

    assertThat(after.address()).isEqualTo("/dashboard/plugins");
  }

  @Test
  void htmxIsToldToGoToTheLogin() {
    Answer answer = stranger.htmx("plugin-list").get("/dashboard/plugins");

    assertThat(answer.header("HX-Redirect")).contains(LOGIN);
  }

  @Test
  void aWrongPasswordIsSaidBesideTheField() {
    Answer again = stranger.submit(stranger.get(LOGIN), LOGIN, Map.of("password", "wrong"));

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.html().getElementById("login-password-error").text()).contains("not the");
    assertThat(again.headers("Set-Cookie")).noneMatch(cookie -> cookie.contains("auth_token"));
  }

  @Test
  void aLockedAddressIsToldHowLong() {
    Visitor guesser = Visitor.stranger(FakeGateway.busy(Visitor.CLOCK).locked());

    Answer answer = guesser.submit(guesser.get(LOGIN), LOGIN, Map.of("password", "guess"));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).contains("42");
    assertThat(answer.html().selectFirst(".notice").text()).contains("42 seconds");
  }

  @Test
  void afterTheLoginOnlyOwnPagesAreBelieved() {
    for (String next :
        new String[] {"https://evil.example", "//evil.example", "/dashboard\\@evil", "/other"}) {
      Answer page = stranger.get(LOGIN + "?next=" + next.replace("\\", "%5C"));

      assertThat(page.html().selectFirst("input[name=next]").val()).isEqualTo("/dashboard");
    }
  }

  @Test
  void aFormWithoutTokenIsRefusedOnAPage() {
    Answer answer = owner.post(DISABLE, Map.of());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.html().selectFirst("h1").text()).isEqualTo("Not allowed");
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    assertThat(owner.header("Origin", "https://evil.example").post(DISABLE, TOKEN).status())
        .isEqualTo(403);
    assertThat(owner.header("Sec-Fetch-Site", "cross-site").post(DISABLE, TOKEN).status())
        .isEqualTo(403);
    assertThat(owner.header("Sec-Fetch-Site", "same-origin").post(DISABLE, TOKEN).status())
        .isEqualTo(303);
  }

  @Test
  void theLoginFormIsBoundToItsBrowser() {
    Answer page = stranger.get(LOGIN);
    String token = page.html().selectFirst("input[name=_csrf]").val();
    assertThat(page.headers("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie).contains("omniroute_form=" + token, "HttpOnly", "SameSite=Lax"));

    Visitor other = Visitor.stranger(gateway);
    Answer forged = other.post(LOGIN, Map.of("_csrf", token, "password", FakeGateway.PASSWORD));

    assertThat(forged.status()).isEqualTo(403);
  }

  @Test
  void loggingOutForgetsTheSession() {
    Answer after =
        owner.follow(owner.submit(owner.get("/dashboard"), "/dashboard/logout", Map.of()));

    assertThat(after.address()).isEqualTo(LOGIN);
    assertThat(owner.get("/dashboard").status()).isEqualTo(303);
  }

  @Test
  void aForgedMessageIsIgnored() {
    owner.cookie("omniroute_flash", "SU5GTwpub3BlCkhhY2tlZA");

    assertThat(owner.get("/dashboard").html().select(".toast-line")).isEmpty();
  }

  @Test
  void whatIsNotThereIsAPageInTheLook() {
    Answer answer = owner.get("/dashboard/nothing/here");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.html().selectFirst("h1").text()).isEqualTo("Nothing here");
    assertThat(answer.header("Content-Security-Policy")).isPresent();
  }

  @Test
  void preferencesAreKeptInCookiesAndWrittenIntoThePage() {
    Map<String, String> french =
        Map.of("_csrf", "preview-csrf-token", "language", "fr", "theme", "dark", "back", "/x");

    Answer page = owner.follow(owner.post("/dashboard/preferences", french));

    assertThat(page.address()).isEqualTo("/dashboard");
    assertThat(page.html().selectFirst("html").attr("lang")).isEqualTo("fr");
    assertThat(page.html().selectFirst("html").attr("data-theme")).isEqualTo("dark");
    assertThat(page.html().selectFirst("h1").text()).isEqualTo("Vue d’ensemble");
  }
}
