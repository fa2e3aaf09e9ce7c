/** The routing strategy fill-first. */
module io.omniroute.plugin.routing.fillfirst {
  requires io.omniroute.api;
  requires static org.jspecify;

  provides io.omniroute.api.routing.RoutingStrategy with
      io.omniroute.plugin.routing.fillfirst.FillFirst;
}
