package io.omniroute.platform.upstream;

import java.util.Locale;

/**
 * Scheme, host and port: what a connection belongs to.
 *
 * @param secure whether it speaks TLS
 * @param host a name or an address literal (IPv6 without brackets), lower case
 * @param port 1 to 65535
 */
public record Origin(boolean secure, String host, int port) {

  private static final int MAX_PORT = 65_535;

  /** Lower-cases the host and refuses what is no origin. */
  public Origin {
    if (host.isEmpty() || port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("no such origin: '" + host + "':" + port);
    }
    host = host.toLowerCase(Locale.ROOT);
  }

  /** The value of the {@code host} field: the port is left out where it is the scheme's own. */
  public String authority() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == (secure ? 443 : 80) ? name : name + ":" + port;
  }

  @Override
  public String toString() {
    return (secure ? "https://" : "http://") + authority();
  }
}
