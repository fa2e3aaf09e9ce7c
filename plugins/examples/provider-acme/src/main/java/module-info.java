/** A provider with code, as an example. */
module com.example.acme {
  requires io.omniroute.api;

  provides io.omniroute.api.provider.Provider with
      com.example.acme.AcmeProvider;
}
