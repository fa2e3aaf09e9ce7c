package io.omniroute.api.chat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads {@code data:} URLs (RFC 2397). */
final class DataUrls {
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private DataUrls() {}

  static boolean isDataUrl(String url) {
    return url.regionMatches(true, 0, "data:", 0, 5);
  }

  static MediaSource.Inline parse(String url) {
    int comma = url.indexOf(',');
    if (comma < 0) {
      throw new IllegalArgumentException("a data URL has a comma before its data");
    }
    String head = url.substring("data:".length(), comma);
    int semicolon = head.indexOf(';');
    String type = (semicolon < 0 ? head : head.substring(0, semicolon)).strip();
    String data = url.substring(comma + 1);
    String base64 = head.endsWith(";base64") ? data : encoded(data);
    return new MediaSource.Inline(type.isEmpty() ? sniffed(base64) : type, base64);
  }

  private static String encoded(String data) {
    // URLDecoder turns plus signs to spaces, which data URLs do not.
    String decoded = URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
  }

  /** The media type by the first bytes, as they look in base64. */
  private static String sniffed(String base64) {
    if (base64.startsWith("iVBORw")) {
      return "image/png";
    }
    if (base64.startsWith("/9j/")) {
      return "image/jpeg";
    }
    if (base64.startsWith("R0lGOD")) {
      return "image/gif";
    }
    if (base64.startsWith("UklGR") && base64.startsWith("RUJQ", 12)) {
      return "image/webp";
    }
    return base64.startsWith("JVBERi") ? "application/pdf" : UNKNOWN_TYPE;
  }
}
