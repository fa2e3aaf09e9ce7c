package io.omniroute.platform;

import io.omniroute.platform.auth.FirstRun;
import java.net.InetSocketAddress;

/** What a person reads in the terminal once the gateway is up. */
final class Welcome {

  private Welcome() {}

  /**
   * Prints where things are and a first request to paste.
   *
   * @return the address to open in a browser
   */
  static String print(Gateway gateway) {
    String base = base(gateway.address());
    FirstRun firstRun = gateway.management().firstRun();
    String dashboard =
        base + firstRun.setupPath().map(path -> "/dashboard" + path).orElse("/dashboard");
    System.out.println(
        """

        OmniRoute %s answers at %s/v1

          Dashboard  %s%s

          Try it now, no key needed:

            curl %s/v1/chat/completions -H 'Content-Type: application/json' \\
              -d '{"model":"demo/hello","messages":[{"role":"user","content":"Hello!"}]}'

          Ctrl+C stops it; running answers are finished first.
        """
            .formatted(
                Main.version(),
                base,
                dashboard,
                firstRun.setupComplete()
                    ? ""
                    : "\n             (this link sets the password, once)",
                base));
    return dashboard;
  }

  private static String base(InetSocketAddress address) {
    String host = address.getAddress().isAnyLocalAddress() ? "localhost" : address.getHostString();
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return "http://" + (shown.equals("127.0.0.1") ? "localhost" : shown) + ":" + address.getPort();
  }
}
