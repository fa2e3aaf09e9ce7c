package io.omniroute.dashboard.web;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.platform.web.WebHandler;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Turns refusals into pages in the dashboard's look. */
public final class Failures {

  private static final Set<String> SAFE = Set.of("GET", "HEAD");
  private static final Set<Integer> EXPLAINED = Set.of(403, 404, 500);

  private final Templates templates = new StaticTemplates();
  private final Pages pages;

  /** Draws error pages with these. */
  public Failures(Pages pages) {
    this.pages = pages;
  }

  /** A handler whose refusals are answered with a page, and whose forms are checked. */
  public WebHandler guard(WebHandler handler) {
    return request -> {
      try {
        if (!SAFE.contains(request.method())) {
          Optional<String> refusal = FormToken.refusal(request);
          if (refusal.isPresent()) {
            String words = pages.ui(request).t(refusal.get());
            return page(request, new GatewayException(ErrorCode.PERMISSION_DENIED, words));
          }
        }
        return handler.handle(request);
      } catch (GatewayException e) {
        return page(request, e);
      }
    };
  }

  /** Whoever has no session is sent to the login page; everything else gets an error page. */
  public WebResponse page(WebRequest request, GatewayException failure) {
    if (failure.code() == ErrorCode.UNAUTHENTICATED) {
      return pages.redirect(request, "/dashboard/login" + next(request));
    }
    int status = failure.status();
    String kind = EXPLAINED.contains(status) ? String.valueOf(status) : "other";
    Ui ui = pages.ui(request);
    ErrorView view =
        new ErrorView(
            status,
            ui.t("error." + kind + ".title"),
            status == 500 ? ui.t("error.500.text") : failure.reason(),
            status >= 500 ? request.requestId() : null);
    return pages.show(request, status, ui, templates.errorPage(ui, view));
  }

  /** The page for an address that leads nowhere. */
  public WebResponse notFound(WebRequest request) {
    String message = pages.ui(request).t("error.404.text");
    return page(request, new GatewayException(ErrorCode.NOT_FOUND, message));
  }

  private static String next(WebRequest request) {
    boolean plain = request.method().equals("GET") && !Htmx.wantsPart(request);
    return plain && !request.path().equals(NavigationItem.HOME)
        ? "?next=" + URLEncoder.encode(request.path(), StandardCharsets.UTF_8)
        : "";
  }
}
