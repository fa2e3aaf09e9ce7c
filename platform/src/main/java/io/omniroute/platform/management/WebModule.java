package io.omniroute.platform.management;

import io.omniroute.api.GatewayException;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.Optional;

/**
 * Adds routes over the management services: the dashboard, for one. Found with {@link
 * java.util.ServiceLoader} by the HTTP edge, which calls {@link #register} once before it listens.
 */
public interface WebModule {

  /** Adds the module's routes. Must not block. */
  void register(Routes routes, Services services);

  /** A page for an error of a request outside {@code /api}. By default none: plain text is sent. */
  default Optional<WebResponse> errorPage(WebRequest request, GatewayException error) {
    return Optional.empty();
  }
}
