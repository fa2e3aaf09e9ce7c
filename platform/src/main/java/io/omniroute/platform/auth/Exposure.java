package io.omniroute.platform.auth;

import java.net.InetAddress;
import java.util.List;

/**
 * How far the gateway can be reached.
 *
 * @param loopbackOnly whether every address it listens on is a loopback address
 * @param hostNames names it is configured with ({@code HOSTNAME}, a base URL), without ports
 */
public record Exposure(boolean loopbackOnly, List<String> hostNames) {

  /** Copies the list. */
  public Exposure {
    hostNames = List.copyOf(hostNames);
  }

  /** Listening on one address. */
  public static Exposure of(InetAddress listen, List<String> hostNames) {
    return new Exposure(listen.isLoopbackAddress(), hostNames);
  }
}
