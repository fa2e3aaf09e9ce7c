package io.omniroute.dashboard.session;

import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.Fields;
import io.omniroute.dashboard.session.SessionPort.Outcome;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.NavigationItem;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logging in and out. */
public final class SessionHandler {

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final SessionPort sessions;

  /** Draws with these pages and asks these sessions. */
  public SessionHandler(Pages pages, SessionPort sessions) {
    this.pages = pages;
    this.sessions = sessions;
  }

  /** {@code GET /dashboard/login}. */
  public WebResponse form(WebRequest request) {
    Ui ui = pages.ui(request);
    String next = LocalPath.or(request.query("next"), NavigationItem.HOME);
    return ui.signedIn()
        ? pages.redirect(request, next)
        : show(request, ui, 200, new Refusal(next, null, null));
  }

  /** {@code POST /dashboard/login}. */
  public WebResponse logIn(WebRequest request) {
    Ui ui = pages.ui(request);
    String next = LocalPath.or(request.form().value("next"), NavigationItem.HOME);
    String password = request.form().value("password").orElse("");
    if (password.isEmpty()) {
      return show(request, ui, 422, new Refusal(next, ui.t("login.empty"), null));
    }
    Outcome outcome = sessions.logIn(password, request.clientAddress(), request.secure());
    return switch (outcome) {
      case Outcome.Accepted(String setCookie) ->
          pages.redirect(request, next).with("Set-Cookie", setCookie);
      case Outcome.Refused() ->
          show(request, ui, 422, new Refusal(next, ui.t("login.refused"), null));
      case Outcome.Locked(Duration wait) -> {
        String problem = ui.n("login.locked", Math.max(1, wait.toSeconds()));
        yield show(request, ui, 429, new Refusal(next, null, problem))
            .with("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
      }
      case Outcome.NotSetUp() -> pages.redirect(request, "/dashboard/setup");
    };
  }

  /** {@code POST /dashboard/logout}. */
  public WebResponse logOut(WebRequest request) {
    return pages
        .redirect(request, "/dashboard/login")
        .with("Set-Cookie", sessions.logOut(request.secure()));
  }

  private WebResponse show(WebRequest request, Ui ui, int status, Refusal refusal) {
    Map<String, String> errors =
        refusal.mistake() == null ? Map.of() : Map.of("password", refusal.mistake());
    Fields fields = new Fields("login", Map.of(), errors);
    FieldView password =
        fields
            .draw("password", ui.t("login.password"), null, Control.PASSWORD, true)
            .withAutocomplete("current-password");
    LoginView view = new LoginView(password, refusal.next(), fields.mistakes(), refusal.problem());
    return pages.show(request, status, ui, templates.sessionLogin(ui, view));
  }

  private record Refusal(String next, @Nullable String mistake, @Nullable String problem) {}
}
