package io.omniroute.platform.management.http;

import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.Routes;

/** All JSON routes of the management. */
public final class ManagementRoutes {

  private ManagementRoutes() {}

  /**
   * Adds the routes.
   *
   * @param shutdown stops the gateway gracefully; called on a thread of its own
   */
  public static void register(Routes routes, Services services, Runnable shutdown) {
    new AuthRoutes(services.login()).register(routes);
    new ProviderRoutes(services.providers(), services.checks()).register(routes);
    new NodeRoutes(services.nodes(), services.checks()).register(routes);
    new KeyRoutes(services.keys()).register(routes);
    new SettingsRoutes(services).register(routes);
    new PluginRoutes(services.plugins()).register(routes);
    new SystemRoutes(services, shutdown).register(routes);
  }
}
