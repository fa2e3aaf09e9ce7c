package io.omniroute.dashboard.plugins;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.plugins.PluginsPort.Candidate;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.Flash;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
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
  private final PluginsPort plugins;

  /** Draws with these pages and installs into this host. */
  public InstallHandler(Pages pages, PluginsPort plugins) {
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

  /** {@code POST /dashboard/plugins/install}: puts the file aside and leads to its preview. */
  public WebResponse stage(WebRequest request) {
    Optional<Form.Upload> file =
        request.form().file("jar").filter(upload -> upload.content().length > 0);
    if (file.isEmpty()) {
      return upload(request, 422, pages.ui(request).t("install.no-file"));
    }
    try {
      Candidate candidate = plugins.stage(file.get().fileName(), file.get().content());
      return pages.redirect(request, PATH + "/" + candidate.token());
    } catch (GatewayException e) {
      return upload(request, 422, e.reason());
    }
  }

  /** {@code GET /dashboard/plugins/install/{token}}: what the file is. */
  public WebResponse preview(WebRequest request) {
    Candidate candidate = candidate(request);
    Ui ui = pages.ui(request);
    CandidateView view = new PluginsPresenter(ui.messages()).candidate(candidate);
    return pages.show(request, ui, templates.pluginsPreview(ui, view));
  }

  /** {@code POST /dashboard/plugins/install/{token}}: installs it. */
  public WebResponse install(WebRequest request) {
    Candidate candidate = candidate(request);
    try {
      String id = plugins.install(candidate.token());
      Flash flash = Flash.good("flash.plugin.installed", id, candidate.plugin().version());
      return pages.redirect(request, PluginsPresenter.PATH, flash);
    } catch (GatewayException e) {
      Flash flash = Flash.bad("flash.failed", e.reason());
      return pages.redirect(request, PluginsPresenter.PATH, flash);
    }
  }

  /** {@code POST /dashboard/plugins/install/{token}/discard}: throws it away. */
  public WebResponse discard(WebRequest request) {
    plugins.discard(candidate(request).token());
    return pages.redirect(request, PluginsPresenter.PATH);
  }

  private Candidate candidate(WebRequest request) {
    return plugins
        .staged(request.pathVariable("token"))
        .orElseThrow(
            () ->
                new GatewayException(ErrorCode.NOT_FOUND, pages.ui(request).t("install.unknown")));
  }
}
