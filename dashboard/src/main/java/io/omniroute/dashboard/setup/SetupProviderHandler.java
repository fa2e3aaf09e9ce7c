package io.omniroute.dashboard.setup;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.providers.AccountForm;
import io.omniroute.dashboard.providers.Providers;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.providers.TestWords;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.Htmx;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.management.AccountDraft;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.CheckResult;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;

/** The first run: choosing a provider and filling in its key. */
public final class SetupProviderHandler {

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final Services services;
  private final Providers providers;
  private final SetupProgress progress;

  /** Draws with these pages and connects these providers. */
  public SetupProviderHandler(Pages pages, Services services, SetupProgress progress) {
    this.pages = pages;
    this.services = services;
    this.providers = new Providers(services);
    this.progress = progress;
  }

  /** {@code GET /dashboard/setup/provider}: the tiles. */
  public WebResponse choose(WebRequest request) {
    Ui ui = pages.ui(request);
    SetupView.ProviderChoice choice = presenter(ui).choice(providers.all());
    return pages.show(request, ui, templates.setupProvider(ui, frame(ui), choice));
  }

  /** {@code GET /dashboard/setup/local}: model servers found on this machine. */
  public WebResponse local(WebRequest request) {
    if (!Htmx.wantsPart(request)) {
      return pages.redirect(request, Step.PROVIDER.path());
    }
    Ui ui = pages.ui(request);
    return pages.show(
        request, ui, templates.setupLocal(ui, presenter(ui).local(services.checks().discover())));
  }

  /** {@code GET /dashboard/setup/provider/{id}}: its form. */
  public WebResponse form(WebRequest request) {
    Ui ui = pages.ui(request);
    Known provider = provider(request, ui);
    return form(request, ui, 200, new AccountForm(provider, ui.messages(), null));
  }

  private WebResponse form(WebRequest request, Ui ui, int status, AccountForm form) {
    Known provider = provider(request, ui);
    return pages.show(
        request,
        status,
        ui,
        templates.setupKey(
            ui,
            frame(ui),
            form.view(Step.PROVIDER.path() + "/" + provider.id(), ui.t("account.save-test"))));
  }

  /**
   * {@code POST /dashboard/setup/provider/{id}}: tests and saves. What does not pass its test is
   * not saved, unless the reader insists.
   */
  public WebResponse save(WebRequest request) {
    Ui ui = pages.ui(request);
    Known provider = provider(request, ui);
    boolean direct = request.form().value("direct").isPresent();
    if (direct && provider.connected()) {
      return pages.redirect(request, Step.TEST.path());
    }
    AccountForm form = new AccountForm(provider, ui.messages(), null);
    if (!direct && !form.read(request.form())) {
      return form(request, ui, 422, form);
    }
    try {
      if (keep(request, ui, form)) {
        return pages.redirect(request, Step.TEST.path());
      }
    } catch (GatewayException e) {
      form.refuse(e);
    }
    return form(request, ui, 422, form);
  }

  private boolean keep(WebRequest request, Ui ui, AccountForm form) {
    AccountDraft draft = form.draft();
    if (request.form().value("force").isEmpty()) {
      CheckResult result = services.checks().validate(draft);
      if (!result.valid() && !result.diagnosis().type().equals("unsupported")) {
        form.testFailed(TestWords.of(ui.messages(), result));
        return false;
      }
    }
    services.providers().create(draft, Actor.of(request));
    return true;
  }

  private Known provider(WebRequest request, Ui ui) {
    String id = request.pathVariable("id");
    return providers.one(id, ui.t("provider.unknown", id));
  }

  private SetupView frame(Ui ui) {
    return presenter(ui).frame(Step.PROVIDER, progress);
  }

  private static SetupPresenter presenter(Ui ui) {
    return new SetupPresenter(ui.messages(), ui.times());
  }
}
