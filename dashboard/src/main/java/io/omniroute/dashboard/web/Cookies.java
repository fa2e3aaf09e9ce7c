package io.omniroute.dashboard.web;

import io.omniroute.platform.web.WebRequest;
import java.time.Duration;

/** Writes cookies. All are for the dashboard's paths only and lax towards other sites. */
public final class Cookies {

  /** Keeps the reader's theme; the page's script writes it too. */
  public static final String THEME = "omniroute_theme";

  /** Keeps the reader's language. */
  public static final String LANGUAGE = "omniroute_language";

  /** Keeps whether single-key shortcuts are on. */
  public static final String SHORTCUTS = "omniroute_shortcuts";

  private static final Duration YEAR = Duration.ofDays(365);

  private Cookies() {}

  /** A preference: kept for a year, readable by the page's script. */
  public static String preference(WebRequest request, String name, String value) {
    return cookie(request, name, value, YEAR);
  }

  /** A value scripts cannot read. */
  static String hidden(WebRequest request, String name, String value, Duration age) {
    return cookie(request, name, value, age) + "; HttpOnly";
  }

  private static String cookie(WebRequest request, String name, String value, Duration age) {
    String text =
        name + "=" + value + "; Path=/dashboard; Max-Age=" + age.toSeconds() + "; SameSite=Lax";
    return request.secure() ? text + "; Secure" : text;
  }
}
