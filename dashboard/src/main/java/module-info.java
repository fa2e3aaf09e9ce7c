/** HTMX pages over the platform's management services. */
module io.omniroute.dashboard {
  requires io.omniroute.platform;
  requires static org.jspecify;
}
