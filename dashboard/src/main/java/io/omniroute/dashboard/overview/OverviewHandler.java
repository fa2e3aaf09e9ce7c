package io.omniroute.dashboard.overview;

import io.omniroute.dashboard.connect.Gateway;
import io.omniroute.dashboard.providers.Providers;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;

/** {@code GET /dashboard}. */
public final class OverviewHandler {

  private static final int LATEST = 8;

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final Services services;

  /** Draws with these pages what these know. */
  public OverviewHandler(Pages pages, Services services) {
    this.pages = pages;
    this.services = services;
  }

  /** The page. */
  public WebResponse show(WebRequest request) {
    Ui ui = pages.ui(request);
    OverviewPresenter.Facts facts =
        new OverviewPresenter.Facts(
            Gateway.seenBy(request, services),
            new Providers(services).all(),
            services.plugins().plugins(),
            services.activity().since(ui.times().startOfDay()),
            services.activity().latest(LATEST));
    OverviewView view = new OverviewPresenter(ui.messages(), ui.times()).present(facts);
    return pages.show(request, ui, templates.overviewPage(ui, view));
  }
}
