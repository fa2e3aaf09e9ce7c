package io.omniroute.dashboard.overview;

import io.omniroute.dashboard.connect.GatewayPort;
import io.omniroute.dashboard.plugins.PluginsPort;
import io.omniroute.dashboard.providers.ProvidersPort;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;

/** {@code GET /dashboard}. */
public final class OverviewHandler {

  private static final int LATEST = 8;

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final Sources sources;

  /** Draws with these pages what these sources know. */
  public OverviewHandler(Pages pages, Sources sources) {
    this.pages = pages;
    this.sources = sources;
  }

  /** The page. */
  public WebResponse show(WebRequest request) {
    Ui ui = pages.ui(request);
    OverviewPresenter.Facts facts =
        new OverviewPresenter.Facts(
            sources.gateway().info(),
            sources.providers().all(),
            sources.plugins().all(),
            sources.activity().today(),
            sources.activity().latest(LATEST));
    OverviewView view = new OverviewPresenter(ui.messages(), ui.times()).present(facts);
    return pages.show(request, ui, templates.overviewPage(ui, view));
  }

  /**
   * Where the page's facts come from.
   *
   * @param gateway where it listens
   * @param providers the providers
   * @param plugins the plugins
   * @param activity what happened
   */
  public record Sources(
      GatewayPort gateway, ProvidersPort providers, PluginsPort plugins, ActivityPort activity) {}
}
