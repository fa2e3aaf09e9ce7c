package io.omniroute.dashboard.providers;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.Flash;
import io.omniroute.dashboard.web.Htmx;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.Map;

/** The providers, and one of them. */
public final class ProvidersHandler {

  private static final String CATALOGUE = "catalogue";

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final Services services;
  private final Providers providers;

  /** Draws with these pages what these services know. */
  public ProvidersHandler(Pages pages, Services services) {
    this.pages = pages;
    this.services = services;
    this.providers = new Providers(services);
  }

  /** {@code GET /dashboard/providers?q=&origin=}; only the catalogue when asked for it. */
  public WebResponse list(WebRequest request) {
    Ui ui = pages.ui(request);
    ProvidersView view =
        new ProvidersPresenter(ui.messages(), ui.times())
            .page(
                providers.all(), request.query("q").orElse(""), request.query("origin").orElse(""));
    return pages.show(
        request,
        ui,
        Htmx.wants(request, CATALOGUE)
            ? templates.providersCatalogue(ui, view.catalogue())
            : templates.providersPage(ui, view));
  }

  /** {@code GET /dashboard/providers/{id}}. */
  public WebResponse detail(WebRequest request) {
    Ui ui = pages.ui(request);
    Known provider = provider(request, ui);
    return detail(request, ui, 200, new AccountForm(provider, ui.messages(), null));
  }

  /** The page of a provider with its form in some state. */
  WebResponse detail(WebRequest request, Ui ui, int status, AccountForm form) {
    return detail(request, ui, status, form, Map.of());
  }

  private WebResponse detail(
      WebRequest request, Ui ui, int status, AccountForm form, Map<String, String> addressErrors) {
    ProviderPage view =
        new ProviderPresenter(ui.messages(), ui.times())
            .page(provider(request, ui), form, addressErrors);
    return pages.show(request, status, ui, templates.providersDetail(ui, view));
  }

  /** {@code POST /dashboard/providers/{id}/base-url}; an empty address undoes it. */
  public WebResponse baseUrl(WebRequest request) {
    Ui ui = pages.ui(request);
    Known provider = provider(request, ui);
    String baseUrl = request.form().value("baseUrl").orElse("").strip();
    try {
      services
          .providers()
          .setBaseUrl(provider.id(), baseUrl.isEmpty() ? null : baseUrl, Actor.of(request));
    } catch (GatewayException e) {
      AccountForm form = new AccountForm(provider, ui.messages(), null);
      return detail(request, ui, 422, form, Map.of("baseUrl", e.reason()));
    }
    String done = baseUrl.isEmpty() ? "flash.base-url.default" : "flash.base-url.set";
    return pages.redirect(
        request, ProviderPresenter.path(provider.id()), Flash.good(done, provider.name(), baseUrl));
  }

  private Known provider(WebRequest request, Ui ui) {
    String id = request.pathVariable("id");
    return providers.one(id, ui.t("provider.unknown", id));
  }
}
