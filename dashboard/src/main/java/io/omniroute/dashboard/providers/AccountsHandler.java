package io.omniroute.dashboard.providers;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.ConfirmView;
import io.omniroute.dashboard.web.Flash;
import io.omniroute.dashboard.web.Htmx;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.management.AccountView;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.CheckResult;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with the accounts of a provider. */
public final class AccountsHandler {

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final Services services;
  private final Providers providers;
  private final ProvidersHandler detail;

  /** Draws with these pages and changes the accounts of these services. */
  public AccountsHandler(Pages pages, Services services) {
    this.pages = pages;
    this.services = services;
    this.providers = new Providers(services);
    this.detail = new ProvidersHandler(pages, services);
  }

  /** {@code POST /dashboard/providers/{id}/accounts}: saves a new account and tests it. */
  public WebResponse add(WebRequest request) {
    Ui ui = pages.ui(request);
    Known provider = provider(request, ui);
    AccountForm form = new AccountForm(provider, ui.messages(), null);
    if (!form.read(request.form())) {
      return detail.detail(request, ui, 422, form);
    }
    try {
      AccountView account = services.providers().create(form.draft(), Actor.of(request));
      CheckResult result = services.checks().test(account.id(), Actor.of(request));
      return pages.redirect(request, ProviderPresenter.path(provider.id()), flash(ui, result));
    } catch (GatewayException e) {
      form.refuse(e);
      return detail.detail(request, ui, 422, form);
    }
  }

  /** {@code GET /dashboard/providers/{id}/accounts/{account}}: its form. */
  public WebResponse edit(WebRequest request) {
    Ui ui = pages.ui(request);
    Found found = find(request, ui);
    return edit(request, ui, 200, found, form(ui, found));
  }

  private WebResponse edit(WebRequest request, Ui ui, int status, Found found, AccountForm form) {
    AccountFormView view = form.view(found.path(), ui.t("account.save-test"));
    String title = ui.t("account.edit.title", found.account().name());
    String back = ProviderPresenter.path(found.provider().id());
    return pages.show(request, status, ui, templates.providersEdit(ui, title, back, view));
  }

  /** {@code POST /dashboard/providers/{id}/accounts/{account}}: saves it and tests it. */
  public WebResponse update(WebRequest request) {
    Ui ui = pages.ui(request);
    Found found = find(request, ui);
    AccountForm form = form(ui, found);
    if (!form.read(request.form())) {
      return edit(request, ui, 422, found, form);
    }
    String id = found.account().id();
    try {
      services.providers().update(id, form.change(), Actor.of(request));
      CheckResult result = services.checks().test(id, Actor.of(request));
      return pages.redirect(
          request, ProviderPresenter.path(found.provider().id()), flash(ui, result));
    } catch (GatewayException e) {
      form.refuse(e);
      return edit(request, ui, 422, found, form);
    }
  }

  /** {@code POST .../test}. */
  public WebResponse test(WebRequest request) {
    Ui ui = pages.ui(request);
    Found found = find(request, ui);
    CheckResult result = services.checks().test(found.account().id(), Actor.of(request));
    return changed(request, found, flash(ui, result), result);
  }

  /** {@code POST .../enable}. */
  public WebResponse enable(WebRequest request) {
    return toggle(request, true, "flash.account.enabled");
  }

  /** {@code POST .../disable}. */
  public WebResponse disable(WebRequest request) {
    return toggle(request, false, "flash.account.disabled");
  }

  private WebResponse toggle(WebRequest request, boolean enabled, String done) {
    Found found = find(request, pages.ui(request));
    services.providers().enable(found.account().id(), enabled, Actor.of(request));
    return changed(request, found, Flash.good(done, found.account().name()), null);
  }

  /** {@code GET .../delete}: asks first. */
  public WebResponse confirmDelete(WebRequest request) {
    Ui ui = pages.ui(request);
    Found found = find(request, ui);
    String provider = found.provider().name();
    boolean last = found.provider().accounts().size() == 1;
    ConfirmView view =
        new ConfirmView(
            ui.t("account.delete.title", found.account().name()),
            ui.t("account.delete.text", provider),
            last ? List.of(ui.t("account.delete.last", provider)) : List.of(),
            found.path() + "/delete",
            ui.t("account.delete"),
            ProviderPresenter.path(found.provider().id()));
    return pages.show(
        request,
        ui,
        Htmx.wants(request, ConfirmView.DIALOG)
            ? templates.confirmDialog(ui, view)
            : templates.confirmPage(ui, view));
  }

  /** {@code POST .../delete}. */
  public WebResponse delete(WebRequest request) {
    Found found = find(request, pages.ui(request));
    services.providers().delete(found.account().id(), Actor.of(request));
    return pages.redirect(
        request,
        ProviderPresenter.path(found.provider().id()),
        Flash.good("flash.account.deleted", found.account().name()));
  }

  /** The account's row as it is now, or its page. */
  private WebResponse changed(
      WebRequest request, Found before, Flash flash, @Nullable CheckResult result) {
    if (!Htmx.wants(request, "account-" + before.account().id())) {
      return pages.redirect(request, ProviderPresenter.path(before.provider().id()), flash);
    }
    Ui ui = pages.ui(request).with(flash);
    ProviderPage.AccountRow row =
        new ProviderPresenter(ui.messages(), ui.times())
            .account(find(request, ui).account(), result);
    return pages.show(request, ui, templates.providersAccount(ui, row, true));
  }

  private static Flash flash(Ui ui, CheckResult result) {
    return result.valid()
        ? Flash.good("flash.test.good", ui.times().duration(result.latencyMillis()))
        : Flash.bad("flash.test.bad", TestWords.of(ui.messages(), result));
  }

  private static AccountForm form(Ui ui, Found found) {
    return new AccountForm(found.provider(), ui.messages(), found.account());
  }

  private Known provider(WebRequest request, Ui ui) {
    String id = request.pathVariable("id");
    return providers.one(id, ui.t("provider.unknown", id));
  }

  private Found find(WebRequest request, Ui ui) {
    Known provider = provider(request, ui);
    String id = request.pathVariable("account");
    return provider.accounts().stream()
        .filter(account -> account.id().equals(id))
        .findFirst()
        .map(account -> new Found(provider, account))
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, ui.t("account.unknown")));
  }

  private record Found(Known provider, AccountView account) {
    String path() {
      return ProviderPresenter.path(provider.id()) + "/accounts/" + account.id();
    }
  }
}
