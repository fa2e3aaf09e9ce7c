package io.omniroute.dashboard.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.omniroute.dashboard.assets.Assets;
import io.omniroute.dashboard.i18n.Languages;
import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Renders templates into answers with the headers every page has. Thread-safe. */
public final class Pages {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "Cache-Control",
          "no-store",
          "Vary",
          "HX-Request, HX-Target");

  private final Assets assets;
  private final Clock clock;

  /** Renders with these files, and with times as this clock and its zone have them. */
  public Pages(Assets assets, Clock clock) {
    this.assets = assets;
    this.clock = clock;
  }

  /** What the templates know of the page that answers a request. */
  public Ui ui(WebRequest request) {
    String language =
        Languages.choose(request.cookie(Cookies.LANGUAGE), request.header("Accept-Language"));
    Messages messages = Languages.messages(language);
    Optional<Flash> flash =
        request.cookie(Flash.COOKIE).flatMap(cookie -> Flash.decode(cookie, messages));
    return new Ui(
        messages,
        new Times(messages, clock),
        Theme.of(request.cookie(Cookies.THEME)),
        !request.cookie(Cookies.SHORTCUTS).orElse("on").equals("off"),
        assets,
        request.path(),
        address(request),
        FormToken.of(request),
        request.principal() instanceof Principal.Session,
        flash.orElse(null),
        request.requestId());
  }

  /** Answers with a page. */
  public WebResponse show(WebRequest request, Ui ui, JteModel model) {
    return show(request, 200, ui, model);
  }

  /** Answers with a page and a status. */
  public WebResponse show(WebRequest request, int status, Ui ui, JteModel model) {
    Utf8ByteOutput out = new Utf8ByteOutput();
    model.render(out);
    WebResponse response = WebResponse.html(status, out.toByteArray());
    for (Map.Entry<String, String> header : HEADERS.entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    if (request.cookie(Flash.COOKIE).isPresent()) {
      response =
          response.with("Set-Cookie", Cookies.hidden(request, Flash.COOKIE, "", Duration.ZERO));
    }
    return FormToken.remember(request, response, ui.formToken());
  }

  /** Sends the browser to another page. */
  public WebResponse redirect(WebRequest request, String location) {
    return Htmx.redirect(request, location).with("Cache-Control", "no-store");
  }

  /** Sends the browser to another page, which then shows a message. */
  public WebResponse redirect(WebRequest request, String location, Flash flash) {
    return redirect(request, location)
        .with(
            "Set-Cookie",
            Cookies.hidden(request, Flash.COOKIE, flash.encode(), Duration.ofMinutes(1)));
  }

  private static String address(WebRequest request) {
    String query =
        request.queryParameters().entrySet().stream()
            .filter(parameter -> !parameter.getKey().equals("token"))
            .flatMap(parameter -> pairs(parameter.getKey(), parameter.getValue()).stream())
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? request.path() : request.path() + "?" + query;
  }

  private static List<String> pairs(String name, List<String> values) {
    return values.stream().map(value -> encode(name) + "=" + encode(value)).toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
