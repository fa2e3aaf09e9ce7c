package io.omniroute.dashboard;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.setup.LoopbackTrials;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.management.WebModule;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dashboard as the HTTP edge finds it. */
public final class DashboardModule implements WebModule {

  private volatile @Nullable DashboardRoutes dashboard;

  /** For the service loader. */
  public DashboardModule() {}

  @Override
  public void register(Routes routes, Services services) {
    DashboardRoutes.Sources sources =
        new DashboardRoutes.Sources(services, new LoopbackTrials(services));
    DashboardRoutes made = new DashboardRoutes(sources, Clock.system(ZoneId.systemDefault()));
    made.register(routes);
    dashboard = made;
  }

  @Override
  public Optional<WebResponse> errorPage(WebRequest request, GatewayException error) {
    DashboardRoutes made = dashboard;
    return made == null ? Optional.empty() : Optional.of(made.failure(request, error));
  }
}
