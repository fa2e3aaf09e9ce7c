package io.omniroute.dashboard.plugins;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.ConfirmView;
import io.omniroute.dashboard.web.Flash;
import io.omniroute.dashboard.web.Htmx;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.PluginService;
import io.omniroute.platform.management.PluginService.PluginView;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.function.BiConsumer;

/** The list of plugins and what can be done with each. */
public final class PluginsHandler {

  private static final String LIST = "plugin-list";

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final PluginService plugins;

  /** Draws with these pages what this host has. */
  public PluginsHandler(Pages pages, PluginService plugins) {
    this.pages = pages;
    this.plugins = plugins;
  }

  /** {@code GET /dashboard/plugins}; only the list when asked for it, nothing when unchanged. */
  public WebResponse list(WebRequest request) {
    Ui ui = pages.ui(request);
    PluginsView view = new PluginsPresenter(ui.messages()).list(plugins.plugins());
    if (!Htmx.wants(request, LIST)) {
      return pages.show(request, ui, templates.pluginsPage(ui, view));
    }
    boolean unchanged = request.query("seen").filter(view.seen()::equals).isPresent();
    return unchanged
        ? WebResponse.empty(204)
        : pages.show(request, ui, templates.pluginsList(ui, view));
  }

  /** {@code POST /dashboard/plugins/{id}/enable}. */
  public WebResponse enable(WebRequest request) {
    return change(request, plugins::enable, "flash.plugin.enabled");
  }

  /** {@code POST /dashboard/plugins/{id}/disable}. */
  public WebResponse disable(WebRequest request) {
    return change(request, plugins::disable, "flash.plugin.disabled");
  }

  /** {@code POST /dashboard/plugins/{id}/remove}. */
  public WebResponse remove(WebRequest request) {
    return change(request, plugins::remove, "flash.plugin.removed");
  }

  private WebResponse change(WebRequest request, BiConsumer<String, Actor> action, String done) {
    PluginView plugin = plugins.plugin(request.pathVariable("id"));
    Flash flash;
    try {
      action.accept(plugin.id(), Actor.of(request));
      flash = Flash.good(done, plugin.name());
    } catch (GatewayException e) {
      flash = Flash.bad("flash.failed", e.reason());
    }
    if (!Htmx.wants(request, LIST)) {
      return pages.redirect(request, PluginsPresenter.PATH, flash);
    }
    Ui ui = pages.ui(request).with(flash);
    PluginsView view = new PluginsPresenter(ui.messages()).list(plugins.plugins());
    return pages.show(request, ui, templates.pluginsList(ui, view));
  }

  /** {@code GET /dashboard/plugins/{id}/remove}: asks first. */
  public WebResponse confirmRemove(WebRequest request) {
    PluginView plugin = plugins.plugin(request.pathVariable("id"));
    Ui ui = pages.ui(request);
    ConfirmView view =
        new ConfirmView(
            ui.t("plugins.remove.title", plugin.name()),
            ui.t("plugins.remove.text"),
            plugin.neededFor(),
            PluginsPresenter.PATH + "/" + plugin.id() + "/remove",
            ui.t("plugins.remove"),
            PluginsPresenter.PATH);
    return pages.show(
        request,
        ui,
        Htmx.wants(request, ConfirmView.DIALOG)
            ? templates.confirmDialog(ui, view)
            : templates.confirmPage(ui, view));
  }
}
