package io.omniroute.platform.auth;

import java.util.List;

/**
 * The settings that this package obeys, read anew for every decision.
 *
 * @param requireLogin whether the dashboard asks for the password (ignored, as on, unless the
 *     gateway listens on loopback alone)
 * @param requireApiKey whether the inference routes ask for a key (ignored, as on, likewise)
 * @param allowedHosts further values of the {@code Host} header that are accepted, without ports
 * @param corsOrigins origins whose pages may call the inference routes; {@code *} for every one
 */
public record AuthPolicy(
    boolean requireLogin,
    boolean requireApiKey,
    List<String> allowedHosts,
    List<String> corsOrigins) {

  /** Copies the lists. */
  public AuthPolicy {
    allowedHosts = List.copyOf(allowedHosts);
    corsOrigins = List.copyOf(corsOrigins);
  }
}
