package io.omniroute.dashboard.providers;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.providers.ProvidersPort.Account;
import io.omniroute.dashboard.providers.ProvidersPort.ProviderInfo;
import io.omniroute.dashboard.providers.ProvidersPort.Test;
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

/** What can be done with the accounts of a provider. */
public final class AccountsHandler {

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final ProvidersPort providers;
  private final ProvidersHandler detail;

  /** Draws with these pages and changes these accounts. */
  public AccountsHandler(Pages pages, ProvidersPort providers) {
    this.pages = pages;
    this.providers = providers;
    this.detail = new ProvidersHandler(pages, providers);
  }

  /** {@code POST /dashboard/providers/{id}/accounts}: saves a new account and tests it. */
  public WebResponse add(WebRequest request) {
    ProviderInfo provider = provider(request);
    Ui ui = pages.ui(request);
    AccountForm form = new AccountForm(provider, ui.messages(), null);
    if (!form.read(request.form())) {
      return detail.detail(request, ui, 422, provider, form);
    }
    try {
      String id = providers.addAccount(provider.id(), form.draft());
      Test test = providers.test(provider.id(), id);
      return pages.redirect(request, ProviderPresenter.path(provider), result(ui, test));
    } catch (GatewayException e) {
      form.refuse(e);
      return detail.detail(request, ui, 422, provider, form);
    }
  }

  /** {@code GET /dashboard/providers/{id}/accounts/{account}}: its form. */
  public WebResponse edit(WebRequest request) {
    Found found = find(request);
    Ui ui = pages.ui(request);
    return edit(request, ui, 200, found, form(ui, found));
  }

  private WebResponse edit(WebRequest request, Ui ui, int status, Found found, AccountForm form) {
    AccountFormView view = form.view(found.path(), ui.t("account.save-test"));
    String title = ui.t("account.edit.title", found.account().name(), found.provider().name());
    String back = ProviderPresenter.path(found.provider());
    return pages.show(request, status, ui, templates.providersEdit(ui, title, back, view));
  }

  /** {@code POST /dashboard/providers/{id}/accounts/{account}}: saves it and tests it. */
  public WebResponse update(WebRequest request) {
    Found found = find(request);
    Ui ui = pages.ui(request);
    AccountForm form = form(ui, found);
    if (!form.read(request.form())) {
      return edit(request, ui, 422, found, form);
    }
    String provider = found.provider().id();
    String account = found.account().id();
    try {
      providers.updateAccount(provider, account, form.draft());
      Flash flash = result(ui, providers.test(provider, account));
      return pages.redirect(request, ProviderPresenter.path(found.provider()), flash);
    } catch (GatewayException e) {
      form.refuse(e);
      return edit(request, ui, 422, found, form);
    }
  }

  /** {@code POST .../test}. */
  public WebResponse test(WebRequest request) {
    Found found = find(request);
    Test test = providers.test(found.provider().id(), found.account().id());
    return changed(request, found, result(pages.ui(request), test));
  }

  /** {@code POST .../enable}. */
  public WebResponse enable(WebRequest request) {
    Found found = find(request);
    providers.setEnabled(found.provider().id(), found.account().id(), true);
    return changed(request, found, Flash.good("flash.account.enabled", found.account().name()));
  }

  /** {@code POST .../disable}. */
  public WebResponse disable(WebRequest request) {
    Found found = find(request);
    providers.setEnabled(found.provider().id(), found.account().id(), false);
    return changed(request, found, Flash.good("flash.account.disabled", found.account().name()));
  }

  /** {@code GET .../delete}: asks first. */
  public WebResponse confirmDelete(WebRequest request) {
    Found found = find(request);
    Ui ui = pages.ui(request);
    boolean last = found.provider().accounts().size() == 1;
    ConfirmView view =
        new ConfirmView(
            ui.t("account.delete.title", found.account().name()),
            ui.t("account.delete.text", found.provider().name()),
            last ? List.of(ui.t("account.delete.last", found.provider().name())) : List.of(),
            found.path() + "/delete",
            ui.t("account.delete"),
            ProviderPresenter.path(found.provider()));
    return pages.show(
        request,
        ui,
        Htmx.wants(request, ConfirmView.DIALOG)
            ? templates.confirmDialog(ui, view)
            : templates.confirmPage(ui, view));
  }

  /** {@code POST .../delete}. */
  public WebResponse delete(WebRequest request) {
    Found found = find(request);
    providers.deleteAccount(found.provider().id(), found.account().id());
    return pages.redirect(
        request,
        ProviderPresenter.path(found.provider()),
        Flash.good("flash.account.deleted", found.account().name()));
  }

  /** The account's row as it is now, or its page. */
  private WebResponse changed(WebRequest request, Found before, Flash flash) {
    if (!Htmx.wants(request, "account-" + before.account().id())) {
      return pages.redirect(request, ProviderPresenter.path(before.provider()), flash);
    }
    Found now = find(request);
    Ui ui = pages.ui(request).with(flash);
    ProviderView.AccountView view =
        new ProviderPresenter(ui.messages(), ui.times()).account(now.provider(), now.account());
    return pages.show(request, ui, templates.providersAccount(ui, view, true));
  }

  private static Flash result(Ui ui, Test test) {
    return test.success()
        ? Flash.good("flash.test.good", ui.times().duration(test.millis()))
        : Flash.bad("flash.test.bad", test.diagnosis());
  }

  private static AccountForm form(Ui ui, Found found) {
    return new AccountForm(found.provider(), ui.messages(), found.account());
  }

  private ProviderInfo provider(WebRequest request) {
    return ProvidersHandler.provider(pages, providers, request);
  }

  private Found find(WebRequest request) {
    ProviderInfo provider = provider(request);
    return provider
        .account(request.pathVariable("account"))
        .map(account -> new Found(provider, account))
        .orElseThrow(
            () ->
                new GatewayException(ErrorCode.NOT_FOUND, pages.ui(request).t("account.unknown")));
  }

  private record Found(ProviderInfo provider, Account account) {
    String path() {
      return ProviderPresenter.path(provider) + "/accounts/" + account.id();
    }
  }
}
