package io.omniroute.dashboard.session;

import io.omniroute.dashboard.i18n.Languages;
import io.omniroute.dashboard.web.Cookies;
import io.omniroute.dashboard.web.NavigationItem;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Theme;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.Optional;

/** Theme, language and shortcuts, kept in cookies. */
public final class PreferencesHandler {

  private final Pages pages;

  /** Redirects with these pages. */
  public PreferencesHandler(Pages pages) {
    this.pages = pages;
  }

  /** {@code POST /dashboard/preferences}: keeps what was chosen and goes back. */
  public WebResponse save(WebRequest request) {
    String back = LocalPath.or(request.form().value("back"), NavigationItem.HOME);
    WebResponse response = pages.redirect(request, back);
    Optional<String> theme = request.form().value("theme");
    if (theme.isPresent()) {
      response = keep(request, response, Cookies.THEME, Theme.of(theme).id());
    }
    Optional<String> language = request.form().value("language").filter(Languages.tags()::contains);
    if (language.isPresent()) {
      response = keep(request, response, Cookies.LANGUAGE, language.get());
    }
    Optional<String> shortcuts = request.form().value("shortcuts");
    if (shortcuts.isPresent()) {
      boolean off = shortcuts.get().equals("off");
      response = keep(request, response, Cookies.SHORTCUTS, off ? "off" : "on");
    }
    return response;
  }

  private static WebResponse keep(
      WebRequest request, WebResponse response, String name, String value) {
    return response.with("Set-Cookie", Cookies.preference(request, name, value));
  }
}
