package io.omniroute.dashboard.plugins;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.plugins.PluginsPort.Plugin;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.ConfirmView;
import io.omniroute.dashboard.web.Flash;
import io.omniroute.dashboard.web.Htmx;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.List;
import java.util.function.Consumer;

/** The list of plugins and what can be done with each. */
public final class PluginsHandler {

  private static final String LIST = "plugin-list";

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final PluginsPort plugins;

  /** Draws with these pages what this host has. */
  public PluginsHandler(Pages pages, PluginsPort plugins) {
    this.pages = pages;
    this.plugins = plugins;
  }

  /** {@code GET /dashboard/plugins}; only the list when asked for it, nothing when unchanged. */
  public WebResponse list(WebRequest request) {
    Ui ui = pages.ui(request);
    PluginsView view = new PluginsPresenter(ui.messages()).list(plugins.all());
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

  private WebResponse change(WebRequest request, Consumer<String> action, String done) {
    Plugin plugin = plugin(request);
    Flash flash;
    try {
      action.accept(plugin.id());
      flash = Flash.good(done, plugin.id());
    } catch (GatewayException e) {
      flash = Flash.bad("flash.failed", e.reason());
    }
    if (!Htmx.wants(request, LIST)) {
      return pages.redirect(request, PluginsPresenter.PATH, flash);
    }
    Ui ui = pages.ui(request).with(flash);
    PluginsView view = new PluginsPresenter(ui.messages()).list(plugins.all());
    return pages.show(request, ui, templates.pluginsList(ui, view));
  }

  /** {@code GET /dashboard/plugins/{id}/remove}: asks first. */
  public WebResponse confirmRemove(WebRequest request) {
    Plugin plugin = plugin(request);
    Ui ui = pages.ui(request);
    List<String> lost =
        plugin.provides().stream().map(thing -> ui.t("plugins.remove.loses", thing)).toList();
    ConfirmView view =
        new ConfirmView(
            ui.t("plugins.remove.title", plugin.id()),
            ui.t("plugins.remove.text"),
            lost,
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

  private Plugin plugin(WebRequest request) {
    String id = request.pathVariable("id");
    return plugins
        .find(id)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, pages.ui(request).t("plugins.unknown", id)));
  }
}
