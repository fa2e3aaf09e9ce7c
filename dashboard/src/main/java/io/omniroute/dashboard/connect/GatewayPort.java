package io.omniroute.dashboard.connect;

import java.util.Set;

/** Facts about the running gateway. Cheap and thread-safe. */
public interface GatewayPort {

  /** The facts as they are now. */
  GatewayInfo info();

  /**
   * Facts about the gateway.
   *
   * @param version its version
   * @param apiVersion the plugin API's version
   * @param baseUrl what a tool is given, such as {@code http://localhost:20128/v1}
   * @param open whether requests without a key are served (loopback only)
   * @param clientFormats the wire formats clients may speak
   * @param exampleModel a model that can be asked now, as a client writes it; empty if there is
   *     none
   */
  record GatewayInfo(
      String version,
      String apiVersion,
      String baseUrl,
      boolean open,
      Set<String> clientFormats,
      String exampleModel) {

    /** Copies the formats. */
    public GatewayInfo {
      clientFormats = Set.copyOf(clientFormats);
    }
  }
}
