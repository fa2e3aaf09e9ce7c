package io.omniroute.platform.auth;

import java.time.Duration;

/**
 * What the browser is told to keep.
 *
 * @param value the token; empty to forget it
 * @param maxAge how long; zero to forget it
 * @param secure whether it may only travel over https
 */
public record SessionCookie(String value, Duration maxAge, boolean secure) {

  /** The cookie's name. */
  public static final String NAME = "auth_token";

  /** Tells the browser to forget the session. */
  public static SessionCookie forget(boolean secure) {
    return new SessionCookie("", Duration.ZERO, secure);
  }

  /** The value of a {@code Set-Cookie} header. */
  public String header() {
    return NAME
        + "="
        + value
        + "; Path=/; Max-Age="
        + maxAge.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return NAME + " for " + maxAge;
  }
}
