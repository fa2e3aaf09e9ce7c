package io.omniroute.dashboard.web;

import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Keeps other sites from sending our forms. A form carries the session's token; before there is a
 * session, the token of a cookie. Besides, the browser must say that the form came from our origin.
 */
public final class FormToken {

  /** The form field; the edge looks into it too. */
  public static final String FIELD = AccessControl.CSRF_FIELD;

  static final String COOKIE = "omniroute_form";

  private static final SecureRandom RANDOM = new SecureRandom();

  private FormToken() {}

  /** The token for the forms of the page that answers a request. */
  static String of(WebRequest request) {
    if (request.principal() instanceof Principal.Session session) {
      return session.csrfToken();
    }
    return request.cookie(COOKIE).filter(FormToken::wellFormed).orElseGet(FormToken::random);
  }

  /** Hands the token's cookie to a reader without a session who has none yet. */
  static WebResponse remember(WebRequest request, WebResponse response, String token) {
    boolean known =
        request.principal() instanceof Principal.Session
            || request.cookie(COOKIE).filter(token::equals).isPresent();
    return known
        ? response
        : response.with("Set-Cookie", Cookies.hidden(request, COOKIE, token, Duration.ofHours(12)));
  }

  /** Why a request that changes something is refused, as a message key; empty if it is fine. */
  static Optional<String> refusal(WebRequest request) {
    if (!sameOrigin(request)) {
      return Optional.of("error.foreign-form");
    }
    Optional<String> expected =
        request.principal() instanceof Principal.Session session
            ? Optional.of(session.csrfToken())
            : request.cookie(COOKIE).filter(FormToken::wellFormed);
    Optional<String> given = request.form().value(FIELD).or(() -> request.header("X-CSRF-Token"));
    boolean matching =
        expected.isPresent() && given.isPresent() && equal(expected.get(), given.get());
    return matching ? Optional.empty() : Optional.of("error.old-form");
  }

  private static boolean sameOrigin(WebRequest request) {
    Optional<String> site = request.header("Sec-Fetch-Site");
    if (site.isPresent()) {
      return site.get().equals("same-origin") || site.get().equals("none");
    }
    Optional<String> origin = request.header("Origin");
    return origin.isEmpty() || authority(origin.get()).equals(request.header("Host"));
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static boolean wellFormed(String token) {
    return token.matches("[A-Za-z0-9_-]{32}");
  }

  private static String random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
