package io.omniroute.platform.management.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.auth.SessionCookie;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.LoginService;
import io.omniroute.platform.management.LoginService.LoginState;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.Routes;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** {@code /api/auth}: log-in, log-out, state, first run. */
final class AuthRoutes {

  private static final String SET_COOKIE = "Set-Cookie";

  private final LoginService login;

  AuthRoutes(LoginService login) {
    this.login = login;
  }

  void register(Routes routes) {
    routes
        .post("/api/auth/login", Access.PUBLIC, this::logIn)
        .post("/api/auth/logout", Access.PUBLIC, this::logOut)
        .get("/api/auth/status", Access.PUBLIC, this::status)
        .post("/api/auth/setup", Access.PUBLIC, this::setUp);
  }

  private WebResponse logIn(WebRequest request) {
    Body body = Body.of(request);
    String password = body.requiredText("password");
    body.done();
    return opened(() -> login.login(password, Actor.of(request), request.secure()));
  }

  private WebResponse setUp(WebRequest request) {
    Body body = Body.of(request);
    String token = body.requiredText("token");
    String password = body.requiredText("password");
    body.done();
    return opened(() -> login.setUp(token, password, Actor.of(request), request.secure()));
  }

  private WebResponse logOut(WebRequest request) {
    SessionCookie cookie =
        login.logout(
            request.cookie(SessionCookie.NAME).orElse(null), Actor.of(request), request.secure());
    return Answers.success().with(SET_COOKIE, cookie.header());
  }

  private WebResponse status(WebRequest request) {
    LoginState state = login.state();
    JsonObject.Builder answer =
        JsonObject.builder()
            .put("authenticated", !(request.principal() instanceof Principal.Anonymous))
            .put("requireLogin", state.requireLogin())
            .put("needsSetup", state.needsSetup());
    if (request.principal() instanceof Principal.Session session) {
      answer.put("csrfToken", session.csrfToken());
    }
    return Answers.ok(answer.build());
  }

  /** What went wrong is a plain sentence here: no one is to be told to log in to log in. */
  private WebResponse opened(Supplier<SessionCookie> work) {
    try {
      return Answers.success().with(SET_COOKIE, work.get().header());
    } catch (InvalidInput e) {
      throw e;
    } catch (GatewayException e) {
      if (e.code() == ErrorCode.INVALID_REQUEST) {
        throw new InvalidInput(e.parameter().orElse("password"), e.reason());
      }
      JsonObject.Builder answer = JsonObject.builder().put("error", e.reason());
      if (login.state().needsSetup()) {
        answer.put("needsSetup", true);
      }
      e.retryAfter().map(Duration::toSeconds).ifPresent(wait -> answer.put("retryAfter", wait));
      WebResponse response = Answers.of(e.status(), answer.build());
      return e.retryAfter()
          .map(wait -> response.with("Retry-After", Long.toString(wait.toSeconds())))
          .orElse(response);
    }
  }
}
