/** The demo provider. */
module io.omniroute.plugin.provider.demo {
  requires io.omniroute.api;
  requires static org.jspecify;

  provides io.omniroute.api.provider.Provider with
      io.omniroute.plugin.provider.demo.DemoProvider;
}
