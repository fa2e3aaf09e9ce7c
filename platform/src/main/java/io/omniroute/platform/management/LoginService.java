package io.omniroute.platform.management;

import io.omniroute.platform.auth.Session;
import io.omniroute.platform.auth.SessionCookie;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Password, sessions and the first run. Thread-safe; may block for a password's hash. */
public interface LoginService {

  /**
   * Logs a person in.
   *
   * @param secure whether the client came over https
   * @return the session's cookie
   * @throws io.omniroute.api.GatewayException {@code UNAUTHENTICATED} "Invalid password"; {@code
   *     RATE_LIMITED} with the seconds when the address is locked; {@code PERMISSION_DENIED} when
   *     there is no password yet (see {@link LoginState#needsSetup})
   */
  SessionCookie login(String password, Actor actor, boolean secure);

  /**
   * Ends a session, on the server too.
   *
   * @param token the value of the session's cookie, or null
   * @return the cookie that makes the browser forget
   */
  SessionCookie logout(@Nullable String token, Actor actor, boolean secure);

  /** The session of a cookie's value. */
  Optional<Session> session(@Nullable String token);

  /** What a log-in page has to know. */
  LoginState state();

  /** Whether a setup token is the one that was printed and may still be used. */
  boolean setupTokenValid(String token);

  /**
   * Ends the first run: spends the token, stores the password, logs in.
   *
   * @throws io.omniroute.api.GatewayException {@code PERMISSION_DENIED} for a wrong or spent token;
   *     {@code INVALID_REQUEST} for a password that is too short or too long
   */
  SessionCookie setUp(String token, String password, Actor actor, boolean secure);

  /**
   * Spends the token without setting a password: logs in, and the gateway goes on serving this
   * machine alone.
   *
   * @throws io.omniroute.api.GatewayException {@code PERMISSION_DENIED} for a wrong or spent token
   */
  SessionCookie setUpLater(String token, Actor actor, boolean secure);

  /**
   * Sets another password and ends every other session.
   *
   * @param current the password there is; null only where there is none
   * @return the cookie of the caller's new session
   * @throws io.omniroute.api.GatewayException {@code UNAUTHENTICATED} "Invalid current password";
   *     {@code INVALID_REQUEST} for a password that is too short or too long; {@code RATE_LIMITED}
   */
  SessionCookie changePassword(
      @Nullable String current, String password, Actor actor, boolean secure);

  /**
   * What a log-in page has to know.
   *
   * @param needsSetup whether there is no password yet
   * @param requireLogin whether a session is asked for
   */
  record LoginState(boolean needsSetup, boolean requireLogin) {}
}
