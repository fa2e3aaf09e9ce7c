package io.omniroute.platform.upstream;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a request goes. Parsing an address costs more than the rest of a call's preparation, so
 * callers keep targets. Immutable.
 */
public final class UpstreamTarget {

  private final Origin origin;
  private final String path;
  private final byte[] requestLineEnd;

  /**
   * A target.
   *
   * @param origin whom to connect to
   * @param path path and query in their encoded form; printable ASCII without spaces, begins with a
   *     slash
   * @throws IllegalArgumentException if the path could break the request line
   */
  public UpstreamTarget(Origin origin, String path) {
    if (path.isEmpty() || path.charAt(0) != '/') {
      throw new IllegalArgumentException("a request path begins with a slash");
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        throw new IllegalArgumentException("a request path is printable ASCII without spaces");
      }
    }
    this.origin = origin;
    this.path = path;
    this.requestLineEnd =
        (path + " HTTP/1.1\r\nhost: " + origin.authority() + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * The target of an absolute http or https URI; fragment and user info are ignored.
   *
   * @throws IllegalArgumentException if it has no host or another scheme
   */
  public static UpstreamTarget of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    String host = uri.getHost();
    if (host == null || !(secure || scheme.equals("http"))) {
      throw new IllegalArgumentException("not an absolute http or https address");
    }
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery();
    return new UpstreamTarget(
        new Origin(secure, host, port), query == null ? path : path + "?" + query);
  }

  /** The target of an address such as {@code https://host/v1/chat}. */
  public static UpstreamTarget of(String uri) {
    return of(URI.create(uri));
  }

  /** Whom to connect to. */
  public Origin origin() {
    return origin;
  }

  /** Path and query. */
  public String path() {
    return path;
  }

  /** The request line from the path on, and the host field. */
  byte[] requestLineEnd() {
    return requestLineEnd;
  }

  /** The origin only: a query may hold a key. */
  @Override
  public String toString() {
    return origin.toString();
  }
}
