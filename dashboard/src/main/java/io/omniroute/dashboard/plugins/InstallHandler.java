package io.omniroute.dashboard.plugins;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.Flash;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.PluginService;
import io.omniroute.platform.management.PluginService.PluginPreview;
import io.omniroute.platform.management.PluginService.PluginView;
import io.omniroute.platform.web.Form;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of a jar: upload, look at it, confirm. */
public final class InstallHandler {

  private static final String PATH = PluginsPresenter.PATH + "/install";

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final PluginService plugins;

  /** Draws with these pages and installs into this host. */
  public InstallHandler(Pages pages, PluginService plugins) {
    this.pages = pages;
    this.plugins = plugins;
  }

  /** {@code GET /dashboard/plugins/install}: choose a file. */
  public WebResponse upload(WebRequest request) {
    return upload(request, 200, null);
  }

  private WebResponse upload(WebRequest request, int status, @Nullable String problem) {
    Ui ui = pages.ui(request);
    return pages.show(request, status, ui, templates.pluginsUpload(ui, problem));
  }

  /** {@code POST /dashboard/plugins/install}: looks at the file and leads to what was found. */
  public WebResponse inspect(WebRequest request) {
    Optional<Form.Upload> file =
        request.form().file("jar").filter(upload -> upload.content().length > 0);
    if (file.isEmpty()) {
      return upload(request, 422, pages.ui(request).t("install.no-file"));
    }
    try {
      PluginPreview preview =
          plugins.inspect(file.get().fileName(), file.get().content(), Actor.of(request));
      return pages.redirect(request, PATH + "/" + preview.token());
    } catch (GatewayException e) {
      return upload(request, 422, e.reason());
    }
  }

  /** {@code GET /dashboard/plugins/install/{token}}: what the file is. */
  public WebResponse preview(WebRequest request) {
    Ui ui = pages.ui(request);
    PluginPreview preview =
        plugins
            .staged(request.pathVariable("token"))
            .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, ui.t("install.unknown")));
    CandidateView view = new PluginsPresenter(ui.messages()).candidate(preview);
    return pages.show(request, ui, templates.pluginsPreview(ui, view));
  }

  /** {@code POST /dashboard/plugins/install/{token}/discard}: forgets it. */
  public WebResponse discard(WebRequest request) {
    plugins.discard(request.pathVariable("token"));
    return pages.redirect(request, PluginsPresenter.PATH);
  }

  /** {@code POST /dashboard/plugins/install/{token}}: installs it. */
  public WebResponse install(WebRequest request) {
    String token = request.pathVariable("token");
    try {
      PluginView plugin = plugins.install(token, Actor.of(request));
      Flash flash =
          !plugin.state().equals("failed") || plugin.reason() == null
              ? Flash.good("flash.plugin.installed", plugin.name(), plugin.version())
              : Flash.bad("flash.plugin.installed-failed", plugin.name(), plugin.reason());
      return pages.redirect(request, PluginsPresenter.PATH, flash);
    } catch (GatewayException e) {
      Flash flash = Flash.bad("flash.failed", e.reason());
      return pages.redirect(request, PluginsPresenter.PATH, flash);
    }
  }
}
