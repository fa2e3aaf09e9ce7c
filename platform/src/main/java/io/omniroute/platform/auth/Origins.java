package io.omniroute.platform.auth;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a request says it comes from and whom it believes to talk to. Against requests that a
 * foreign web page makes a browser send, and against names that are made to point at this machine
 * (DNS rebinding). Pure.
 */
final class Origins {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]+(%25?[\\w.]+)?]");
  private static final Set<String> LOCAL_NAMES =
      Set.of("localhost", "ip6-localhost", "host.docker.internal");

  private Origins() {}

  /**
   * Whether a {@code Host} header may be believed: loopback names, configured names, and literal
   * addresses, which nobody can make point elsewhere.
   */
  static boolean hostAllowed(@Nullable String host, Exposure exposure, AuthPolicy policy) {
    if (host == null || host.isBlank()) {
      return false;
    }
    return nameAllowed(withoutPort(host.strip()), exposure, policy);
  }

  private static boolean nameAllowed(String written, Exposure exposure, AuthPolicy policy) {
    String name = written.toLowerCase(Locale.ROOT);
    return name.equals("127.0.0.1")
        || localName(name)
        || IPV4.matcher(name).matches()
        || IPV6.matcher(name).matches()
        || configured(name, exposure, policy);
  }

  /**
   * Whether an unsafe request without an API key comes from our own pages or from a program.
   *
   * @param origin the {@code Origin} header
   * @param fetchSite the {@code Sec-Fetch-Site} header
   * @param host the {@code Host} header
   */
  static boolean sameOrigin(
      @Nullable String origin,
      @Nullable String fetchSite,
      @Nullable String host,
      Exposure exposure,
      AuthPolicy policy) {
    if (fetchSite != null) {
      return fetchSite.equals("same-origin") || fetchSite.equals("none");
    }
    if (origin == null) {
      return true;
    }
    URI page = page(origin);
    if (page == null || page.getHost() == null) {
      return false;
    }
    return (host != null && authority(page).equals(authority(page.getScheme(), host)))
        || configured(page.getHost().toLowerCase(Locale.ROOT), exposure, policy);
  }

  /** Whether a page of this origin may use the gateway without a key. */
  static boolean mayUseOpenMode(@Nullable String origin, AuthPolicy policy) {
    if (origin == null || policy.corsOrigins().contains(origin)) {
      return true;
    }
    if (origin.equals("null")) {
      return false;
    }
    URI page = page(origin);
    if (page == null) {
      return false;
    }
    String scheme = page.getScheme();
    if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
      return true; // an app with a scheme of its own (editors, desktop programs): no web page
    }
    String name = page.getHost();
    return name != null && loopback(name.toLowerCase(Locale.ROOT));
  }

  private static boolean loopback(String name) {
    return localName(name) || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
  }

  private static boolean localName(String name) {
    return LOCAL_NAMES.contains(name) || name.endsWith(".localhost");
  }

  private static boolean configured(String name, Exposure exposure, AuthPolicy policy) {
    List<String> names =
        Stream.concat(exposure.hostNames().stream(), policy.allowedHosts().stream()).toList();
    return names.stream().anyMatch(allowed -> allowed.equalsIgnoreCase(name));
  }

  private static @Nullable URI page(String origin) {
    try {
      URI uri = URI.create(origin);
      return uri.getScheme() == null ? null : uri;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static String authority(URI page) {
    return authority(page.getScheme(), page.getRawAuthority());
  }

  private static String authority(String scheme, @Nullable String written) {
    String authority = written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
    String standardPort = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
    return authority.endsWith(standardPort)
        ? authority.substring(0, authority.length() - standardPort.length())
        : authority;
  }

  private static String withoutPort(String host) {
    int bracket = host.lastIndexOf(']');
    int colon = host.lastIndexOf(':');
    return colon > bracket ? host.substring(0, colon) : host;
  }
}
