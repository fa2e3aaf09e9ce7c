/** HTMX pages over the platform's management services. */
module io.omniroute.dashboard {
  requires io.omniroute.api;
  requires io.omniroute.platform;
  requires gg.jte.runtime;
  requires gg.jte.models;
  requires static org.jspecify;

  exports io.omniroute.dashboard;
}
