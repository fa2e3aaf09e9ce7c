package io.omniroute.bench;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where and as whom a chat request is sent.
 *
 * @param url full URL of the chat path, plain HTTP, loopback
 * @param key bearer key
 * @param model model string as this endpoint knows it
 */
record Endpoint(URI url, String key, String model) {

  Endpoint {
    if (!"http".equals(url.getScheme()) || url.getPort() < 0 || url.getRawPath().isEmpty()) {
      throw new IllegalArgumentException("need http://host:port/path, not " + url);
    }
  }

  /** The socket address; anything but this machine is refused, since a load test is no visitor. */
  InetSocketAddress address() throws UnknownHostException {
    InetAddress host = InetAddress.getByName(url.getHost());
    if (!host.isLoopbackAddress()) {
      throw new IllegalArgumentException("only loopback addresses are loaded, not " + url);
    }
    return new InetSocketAddress(host, url.getPort());
  }
}
