package io.omniroute.dashboard;

import static io.omniroute.platform.web.Access.PUBLIC;
import static io.omniroute.platform.web.Access.SESSION;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.assets.Assets;
import io.omniroute.dashboard.overview.OverviewHandler;
import io.omniroute.dashboard.plugins.InstallHandler;
import io.omniroute.dashboard.plugins.PluginsHandler;
import io.omniroute.dashboard.providers.AccountsHandler;
import io.omniroute.dashboard.providers.ProvidersHandler;
import io.omniroute.dashboard.session.PreferencesHandler;
import io.omniroute.dashboard.session.SessionHandler;
import io.omniroute.dashboard.setup.SetupHandler;
import io.omniroute.dashboard.setup.SetupProgress;
import io.omniroute.dashboard.setup.SetupProviderHandler;
import io.omniroute.dashboard.setup.Trials;
import io.omniroute.dashboard.web.Failures;
import io.omniroute.dashboard.web.NavigationItem;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebHandler;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.time.Clock;

/** All addresses of the dashboard, readable from top to bottom. */
public final class DashboardRoutes {

  private final Assets assets = new Assets();
  private final Sources sources;
  private final Pages pages;
  private final Failures failures;

  /**
   * The dashboard over these services.
   *
   * @param clock tells the time, and the zone in which times are shown
   */
  public DashboardRoutes(Sources sources, Clock clock) {
    this.sources = sources;
    this.pages = new Pages(assets, clock);
    this.failures = new Failures(pages);
  }

  /** Adds every address. */
  public void register(Routes routes) {
    Guarded guarded = new Guarded(routes, failures);
    session(guarded);
    setup(guarded);
    overview(guarded);
    providers(guarded);
    plugins(guarded);
    home(routes);
    routes.get(Assets.PATH + "{file}", PUBLIC, assets::serve);
    guarded.get("/dashboard/{rest*}", PUBLIC, failures::notFound);
  }

  /** What people type. */
  private void home(Routes routes) {
    routes.get("/", PUBLIC, request -> pages.redirect(request, NavigationItem.HOME));
  }

  /** The page for a refusal of the host itself, such as a missing session. */
  public WebResponse failure(WebRequest request, GatewayException failure) {
    return failures.page(request, failure);
  }

  private void session(Guarded routes) {
    SessionHandler session = new SessionHandler(pages, sources.services().login());
    routes
        .get("/dashboard/login", PUBLIC, session::form)
        .post("/dashboard/login", PUBLIC, session::logIn)
        .post("/dashboard/logout", SESSION, session::logOut)
        .post("/dashboard/preferences", PUBLIC, new PreferencesHandler(pages)::save);
  }

  private void setup(Guarded routes) {
    SetupProgress progress = new SetupProgress(sources.services());
    SetupHandler setup =
        new SetupHandler(
            pages, new SetupHandler.Sources(sources.services(), sources.trials(), progress));
    SetupProviderHandler provider = new SetupProviderHandler(pages, sources.services(), progress);
    routes
        .get("/dashboard/setup", PUBLIC, setup::start)
        .post("/dashboard/setup", PUBLIC, setup::createPassword)
        .get("/dashboard/setup/provider", SESSION, provider::choose)
        .get("/dashboard/setup/local", SESSION, provider::local)
        .get("/dashboard/setup/provider/{id}", SESSION, provider::form)
        .post("/dashboard/setup/provider/{id}", SESSION, provider::save)
        .get("/dashboard/setup/test", SESSION, setup::test)
        .post("/dashboard/setup/test", SESSION, setup::ask)
        .get("/dashboard/setup/connect", SESSION, setup::connect)
        .post("/dashboard/setup/connect", SESSION, setup::createKey);
  }

  private void overview(Guarded routes) {
    OverviewHandler overview = new OverviewHandler(pages, sources.services());
    routes.get("/dashboard", SESSION, overview::show);
  }

  private void providers(Guarded routes) {
    ProvidersHandler providers = new ProvidersHandler(pages, sources.services());
    AccountsHandler accounts = new AccountsHandler(pages, sources.services());
    String account = "/dashboard/providers/{id}/accounts/{account}";
    routes
        .get("/dashboard/providers", SESSION, providers::list)
        .get("/dashboard/providers/{id}", SESSION, providers::detail)
        .post("/dashboard/providers/{id}/base-url", SESSION, providers::baseUrl)
        .post("/dashboard/providers/{id}/accounts", SESSION, accounts::add)
        .get(account, SESSION, accounts::edit)
        .post(account, SESSION, accounts::update)
        .post(account + "/test", SESSION, accounts::test)
        .post(account + "/enable", SESSION, accounts::enable)
        .post(account + "/disable", SESSION, accounts::disable)
        .get(account + "/delete", SESSION, accounts::confirmDelete)
        .post(account + "/delete", SESSION, accounts::delete);
  }

  private void plugins(Guarded routes) {
    PluginsHandler plugins = new PluginsHandler(pages, sources.services().plugins());
    InstallHandler install = new InstallHandler(pages, sources.services().plugins());
    routes
        .get("/dashboard/plugins", SESSION, plugins::list)
        .post("/dashboard/plugins/{id}/enable", SESSION, plugins::enable)
        .post("/dashboard/plugins/{id}/disable", SESSION, plugins::disable)
        .get("/dashboard/plugins/{id}/remove", SESSION, plugins::confirmRemove)
        .post("/dashboard/plugins/{id}/remove", SESSION, plugins::remove)
        .get("/dashboard/plugins/install", SESSION, install::upload)
        .post("/dashboard/plugins/install", SESSION, install::inspect)
        .get("/dashboard/plugins/install/{token}", SESSION, install::preview)
        .post("/dashboard/plugins/install/{token}", SESSION, install::install)
        .post("/dashboard/plugins/install/{token}/discard", SESSION, install::discard);
  }

  /**
   * What the dashboard shows.
   *
   * @param services the gateway's services
   * @param trials asks the first question
   */
  public record Sources(Services services, Trials trials) {}

  /** Adds handlers whose refusals are pages and whose forms are checked. */
  private record Guarded(Routes routes, Failures failures) {

    Guarded get(String path, Access access, WebHandler handler) {
      routes.get(path, access, failures.guard(handler));
      return this;
    }

    Guarded post(String path, Access access, WebHandler handler) {
      routes.post(path, access, failures.guard(handler));
      return this;
    }
  }
}
