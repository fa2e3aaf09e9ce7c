package io.omniroute.platform.management;

import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.WebRequest;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change, as the audit log names them.
 *
 * @param name {@code session}, {@code key:<id>}, {@code system} or {@code anonymous}
 * @param address from where, or null for the gateway itself
 * @param session whether a person with a session is behind it
 * @param loopback whether it comes from this machine
 */
public record Actor(String name, @Nullable String address, boolean session, boolean loopback) {

  /** The gateway itself. */
  public static final Actor SYSTEM = new Actor("system", null, true, true);

  /** Whoever sent a request. */
  public static Actor of(WebRequest request) {
    return of(request.principal(), request.clientAddress());
  }

  /** Whoever is behind an address. */
  public static Actor of(Principal principal, InetAddress address) {
    String name =
        switch (principal) {
          case Principal.Session _ -> "session";
          case Principal.ApiKey key -> "key:" + key.keyId();
          case Principal.Anonymous _ -> "anonymous";
        };
    return new Actor(
        name,
        address.getHostAddress(),
        principal instanceof Principal.Session,
        address.isLoopbackAddress());
  }
}
