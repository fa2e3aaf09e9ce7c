package io.omniroute.dashboard.session;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.Fields;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.NavigationItem;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.auth.SessionCookie;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.LoginService;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logging in and out. */
public final class SessionHandler {

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final LoginService login;

  /** Draws with these pages and asks this service. */
  public SessionHandler(Pages pages, LoginService login) {
    this.pages = pages;
    this.login = login;
  }

  /** {@code GET /dashboard/login}. */
  public WebResponse form(WebRequest request) {
    Ui ui = pages.ui(request);
    String next = LocalPath.or(request.query("next"), NavigationItem.HOME);
    if (ui.signedIn()) {
      return pages.redirect(request, next);
    }
    return login.state().needsSetup()
        ? pages.redirect(request, "/dashboard/setup")
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
    try {
      SessionCookie cookie = login.login(password, Actor.of(request), request.secure());
      return pages.redirect(request, next).with("Set-Cookie", cookie.header());
    } catch (GatewayException e) {
      return refused(request, ui, next, e);
    }
  }

  private WebResponse refused(WebRequest request, Ui ui, String next, GatewayException refusal) {
    return switch (refusal.code()) {
      case UNAUTHENTICATED ->
          show(request, ui, 422, new Refusal(next, ui.t("login.refused"), null));
      case RATE_LIMITED -> {
        long seconds = Math.max(1, refusal.retryAfter().orElse(Duration.ofMinutes(1)).toSeconds());
        yield show(request, ui, 429, new Refusal(next, null, ui.n("login.locked", seconds)))
            .with("Retry-After", String.valueOf(seconds));
      }
      case PERMISSION_DENIED -> pages.redirect(request, "/dashboard/setup");
      default -> throw refusal;
    };
  }

  /** {@code POST /dashboard/logout}. */
  public WebResponse logOut(WebRequest request) {
    String token = request.cookie(SessionCookie.NAME).orElse(null);
    SessionCookie cookie = login.logout(token, Actor.of(request), request.secure());
    return pages.redirect(request, "/dashboard/login").with("Set-Cookie", cookie.header());
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
