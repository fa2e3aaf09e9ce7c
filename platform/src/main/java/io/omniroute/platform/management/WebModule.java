package io.omniroute.platform.management;

import io.omniroute.platform.web.Routes;

/**
 * Adds routes over the management services: the dashboard, for one. Found with {@link
 * java.util.ServiceLoader} by the HTTP edge, which calls {@link #register} once before it listens.
 */
public interface WebModule {

  /** Adds the module's routes. Must not block. */
  void register(Routes routes, Services services);
}
