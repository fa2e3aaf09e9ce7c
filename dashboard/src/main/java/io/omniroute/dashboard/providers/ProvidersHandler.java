package io.omniroute.dashboard.providers;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.providers.ProvidersPort.ProviderInfo;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.Flash;
import io.omniroute.dashboard.web.Htmx;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.Map;

/** The providers, and one of them. */
public final class ProvidersHandler {

  private static final String CATALOGUE = "catalogue";

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final ProvidersPort providers;

  /** Draws with these pages what this port has. */
  public ProvidersHandler(Pages pages, ProvidersPort providers) {
    this.pages = pages;
    this.providers = providers;
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
    ProviderInfo provider = provider(pages, providers, request);
    Ui ui = pages.ui(request);
    AccountForm form = new AccountForm(provider, ui.messages(), null);
    return detail(request, ui, 200, provider, form);
  }

  /** The page of a provider with a form in some state. */
  WebResponse detail(WebRequest request, Ui ui, int status, ProviderInfo provider, AccountForm form) {
    ProviderView view =
        new ProviderPresenter(ui.messages(), ui.times()).page(provider, form, Map.of());
    return pages.show(request, status, ui, templates.providersDetail(ui, view));
  }

  /** {@code POST /dashboard/providers/{id}/base-url}; an empty address undoes it. */
  public WebResponse baseUrl(WebRequest request) {
    ProviderInfo provider = provider(pages, providers, request);
    String baseUrl = request.form().value("baseUrl").orElse("").strip();
    try {
      providers.overrideBaseUrl(provider.id(), baseUrl.isEmpty() ? null : baseUrl);
    } catch (GatewayException e) {
      Ui ui = pages.ui(request);
      AccountForm form = new AccountForm(provider, ui.messages(), null);
      ProviderView view =
          new ProviderPresenter(ui.messages(), ui.times())
              .page(provider, form, Map.of("baseUrl", e.reason()));
      return pages.show(request, 422, ui, templates.providersDetail(ui, view));
    }
    String done = baseUrl.isEmpty() ? "flash.base-url.default" : "flash.base-url.set";
    return pages.redirect(
        request, ProviderPresenter.path(provider), Flash.good(done, provider.name(), baseUrl));
  }

  /** The provider a request's path names. */
  static ProviderInfo provider(Pages pages, ProvidersPort providers, WebRequest request) {
    String id = request.pathVariable("id");
    return providers
        .find(id)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, pages.ui(request).t("provider.unknown", id)));
  }
}
