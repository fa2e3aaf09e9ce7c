/** HTMX pages over the platform's management services. */
module io.omniroute.dashboard {
  requires io.omniroute.api;
  requires io.omniroute.platform;
  requires gg.jte.runtime;
  requires gg.jte.models;
  requires java.net.http;
  requires static org.jspecify;

  provides io.omniroute.platform.management.WebModule with
      io.omniroute.dashboard.DashboardModule;
}
