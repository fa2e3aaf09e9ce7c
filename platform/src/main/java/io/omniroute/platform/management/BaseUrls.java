package io.omniroute.platform.management;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings pasted addresses into shape and refuses dangerous ones. Resolves the host's name, so it
 * may block for the system's resolver; a name that cannot be resolved now is let through.
 */
final class BaseUrls {

  private static final int LONGEST = 2048;
  private static final Pattern PASTED_PATH =
      Pattern.compile("(?i)(/chat/completions|/messages|/models|/responses)$");

  private BaseUrls() {}

  /**
   * The address without blanks, slashes at the end and the path of one call.
   *
   * @param allowPrivate whether addresses in private networks are taken; loopback always is
   * @throws InvalidInput naming {@code baseUrl}
   */
  static String clean(String written, boolean allowPrivate) {
    String url = trimmed(PASTED_PATH.matcher(trimmed(written.strip())).replaceFirst(""));
    URI uri = parsed(url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw unfit("must begin with http:// or https://");
    }
    if (uri.getHost() == null) {
      throw unfit("has no host");
    }
    if (uri.getRawUserInfo() != null) {
      throw unfit("must not hold a user or a password; the key has a field of its own");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw unfit("must not have a query or a fragment");
    }
    if (!allowPrivate) {
      requirePublicOrLoopback(uri.getHost());
    }
    return url;
  }

  private static URI parsed(String url) {
    if (url.length() > LONGEST) {
      throw unfit("is too long");
    }
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw unfit("is not an address");
    }
  }

  private static void requirePublicOrLoopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress() && isPrivate(address)) {
          throw unfit(
              "points into a private network; set 'allowPrivateHosts' (ALLOW_PRIVATE_HOSTS) to"
                  + " allow that");
        }
      }
    } catch (UnknownHostException notNow) {
      // Offline, or a name that will exist later: the call itself will say so.
    }
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
    boolean carrierGrade = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
    return address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || carrierGrade
        || thisNetwork;
  }

  private static String trimmed(String url) {
    int end = url.length();
    while (end > 0 && url.charAt(end - 1) == '/') {
      end--;
    }
    return url.substring(0, end);
  }

  private static InvalidInput unfit(String message) {
    return new InvalidInput("baseUrl", message);
  }
}
