package io.omniroute.platform.http;

import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebHandler;

/** Collects management routes and pages at the start. */
final class WebRoutes implements Routes {

  private final RouteTable.Builder<WebEndpoint.Guarded> table = RouteTable.builder();

  @Override
  public Routes add(String method, String path, Access access, WebHandler handler) {
    table.add(method, path, new WebEndpoint.Guarded(access, handler));
    return this;
  }

  RouteTable<WebEndpoint.Guarded> build() {
    return table.build();
  }
}
