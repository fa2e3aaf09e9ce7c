package io.omniroute.platform.auth;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.ServerSecrets;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The password: who knows it gets a session. Thread-safe; blocks for the store and the password's
 * hash.
 */
public final class Logins {

  private final ServerSecrets secrets;
  private final AuthEnvironment environment;
  private final Sessions sessions;
  private final FirstRun firstRun;
  private final LoginThrottle throttle;
  private final Passwords passwords = new Passwords();

  /** Works on the sessions, the first run and the throttle of this gateway. */
  public Logins(
      ServerSecrets secrets,
      AuthEnvironment environment,
      Sessions sessions,
      FirstRun firstRun,
      LoginThrottle throttle) {
    this.secrets = secrets;
    this.environment = environment;
    this.sessions = sessions;
    this.firstRun = firstRun;
    this.throttle = throttle;
  }

  /**
   * Logs in with the password.
   *
   * @throws GatewayException {@code PERMISSION_DENIED} without any password, {@code RATE_LIMITED}
   *     when locked, {@code UNAUTHENTICATED} "Invalid password"
   */
  public SessionCookie logIn(String password, InetAddress address, boolean secure) {
    if (!firstRun.setupComplete()) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "No password is set yet: open the setup link that the gateway printed when it started");
    }
    check(password, address, "Invalid password");
    return sessions.open(secure);
  }

  /**
   * Spends the setup token and stores the first password.
   *
   * @throws GatewayException {@code PERMISSION_DENIED} for a wrong or spent token, {@code
   *     RATE_LIMITED} for whoever guesses, {@code INVALID_REQUEST} for an unfit password
   */
  public SessionCookie setUp(String token, String password, InetAddress address, boolean secure) {
    requireFit(password);
    spend(token, address);
    store(password);
    return sessions.open(secure);
  }

  /**
   * Spends the setup token without a password.
   *
   * @throws GatewayException {@code PERMISSION_DENIED} for a wrong or spent token, {@code
   *     RATE_LIMITED} for whoever guesses
   */
  public SessionCookie setUpLater(String token, InetAddress address, boolean secure) {
    spend(token, address);
    return sessions.open(secure);
  }

  /**
   * Sets another password and ends every session.
   *
   * @throws GatewayException {@code UNAUTHENTICATED} "Invalid current password", {@code
   *     RATE_LIMITED} when locked, {@code INVALID_REQUEST} for an unfit password
   */
  public SessionCookie changePassword(
      @Nullable String current, String password, InetAddress address, boolean secure) {
    requireFit(password);
    if (firstRun.setupComplete()) {
      check(current == null ? "" : current, address, "Invalid current password");
    }
    store(password);
    return sessions.open(secure);
  }

  /** The first run of this gateway. */
  public FirstRun firstRun() {
    return firstRun;
  }

  private void check(String password, InetAddress address, String refusal) {
    throttle.begin(address);
    if (!right(password)) {
      throw new GatewayException(ErrorCode.UNAUTHENTICATED, refusal);
    }
    throttle.succeeded(address);
  }

  private boolean right(String password) {
    if (password.isEmpty()) {
      return false;
    }
    Secret stored = secrets.find(SecretNames.PASSWORD).orElse(null);
    if (stored != null) {
      return passwords.verify(password, stored.reveal());
    }
    String initial = environment.initialPassword();
    return initial != null && Tokens.same(initial, password);
  }

  private void spend(String token, InetAddress address) {
    throttle.begin(address);
    if (!firstRun.spend(token)) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "This setup link is not valid any more; restart the gateway for a new one");
    }
    throttle.succeeded(address);
  }

  private void store(String password) {
    secrets.put(SecretNames.PASSWORD, Secret.of(passwords.hash(password)));
    firstRun.passwordSet();
    sessions.closeAll();
  }

  private static void requireFit(String password) {
    if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
      throw new GatewayException(
              ErrorCode.INVALID_REQUEST,
              "The password must have "
                  + Passwords.SHORTEST
                  + " to "
                  + Passwords.LONGEST
                  + " characters")
          .withParameter("password");
    }
  }
}
