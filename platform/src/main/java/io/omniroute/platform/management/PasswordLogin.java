package io.omniroute.platform.management;

import io.omniroute.api.GatewayException;
import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.auth.Logins;
import io.omniroute.platform.auth.Session;
import io.omniroute.platform.auth.SessionCookie;
import io.omniroute.platform.auth.Sessions;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Log-ins with the password, each in the audit log, failures too. */
final class PasswordLogin implements LoginService {

  private final Logins logins;
  private final Sessions sessions;
  private final AccessControl access;
  private final AuditService audit;

  PasswordLogin(Logins logins, Sessions sessions, AccessControl access, AuditService audit) {
    this.logins = logins;
    this.sessions = sessions;
    this.access = access;
    this.audit = audit;
  }

  @Override
  public SessionCookie login(String password, Actor actor, boolean secure) {
    return audited(actor, "auth.login", () -> logins.logIn(password, address(actor), secure));
  }

  @Override
  public SessionCookie logout(@Nullable String token, Actor actor, boolean secure) {
    sessions
        .verify(token)
        .ifPresent(
            session -> {
              sessions.close(session);
              audit.record(actor, "auth.logout", null, null);
            });
    return SessionCookie.forget(secure);
  }

  @Override
  public Optional<Session> session(@Nullable String token) {
    return sessions.verify(token);
  }

  @Override
  public LoginState state() {
    return new LoginState(!logins.firstRun().setupComplete(), access.loginRequired());
  }

  @Override
  public boolean setupTokenValid(String token) {
    return logins.firstRun().matches(token);
  }

  @Override
  public SessionCookie setUp(String token, String password, Actor actor, boolean secure) {
    return audited(
        actor, "auth.setup", () -> logins.setUp(token, password, address(actor), secure));
  }

  @Override
  public SessionCookie setUpLater(String token, Actor actor, boolean secure) {
    return audited(
        actor, "auth.setup-later", () -> logins.setUpLater(token, address(actor), secure));
  }

  @Override
  public SessionCookie changePassword(
      @Nullable String current, String password, Actor actor, boolean secure) {
    return audited(
        actor,
        "auth.password",
        () -> logins.changePassword(current, password, address(actor), secure));
  }

  private SessionCookie audited(Actor actor, String action, Supplier<SessionCookie> work) {
    try {
      SessionCookie cookie = work.get();
      audit.record(actor, action, null, null);
      return cookie;
    } catch (GatewayException e) {
      audit.record(actor, action + ".failed", null, e.code().name());
      throw e;
    }
  }

  /** The address as a number: a literal is not looked up. */
  private static InetAddress address(Actor actor) {
    String literal = actor.address();
    try {
      return literal == null ? InetAddress.getLoopbackAddress() : InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException noAddress) {
      return InetAddress.getLoopbackAddress();
    }
  }
}
