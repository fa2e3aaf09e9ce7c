package io.omniroute.platform.auth;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.WebRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every management route and page. The edge asks in this order: {@link
 * FirstRun#mayServe} when a connection's first request comes, {@link #hostAllowed}, {@link
 * #authorize}, the handler, {@link #renewal}. Thread-safe; does not block.
 */
public final class AccessControl {

  /** The form field and, as {@code X-CSRF-Token}, the header that carries the session's token. */
  public static final String CSRF_FIELD = "_csrf";

  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String OPEN_SESSION = "open";

  private final Sessions sessions;
  private final ApiKeys keys;
  private final FirstRun firstRun;
  private final Supplier<AuthPolicy> policy;
  private final Exposure exposure;

  /** Works on the sessions and keys of this gateway. */
  public AccessControl(
      Sessions sessions,
      ApiKeys keys,
      FirstRun firstRun,
      Supplier<AuthPolicy> policy,
      Exposure exposure) {
    this.sessions = sessions;
    this.keys = keys;
    this.firstRun = firstRun;
    this.policy = policy;
    this.exposure = exposure;
  }

  /** Whether a {@code Host} header may be believed; else the edge answers 403 (DNS rebinding). */
  public boolean hostAllowed(@Nullable String host) {
    return Origins.hostAllowed(host, exposure, policy.get());
  }

  /**
   * Says who calls, or refuses. Does not call {@link WebRequest#principal}, which the edge fills
   * with the answer.
   *
   * @throws GatewayException {@code UNAUTHENTICATED} "Authentication required"; {@code
   *     PERMISSION_DENIED} for a foreign page, a missing form token or a key where a session is
   *     needed
   */
  public Principal authorize(Access access, WebRequest request) {
    Identity identity = identify(request);
    Principal principal = identity.principal();
    if (!SAFE.contains(request.method()) && !(principal instanceof Principal.ApiKey)) {
      requireOwnPage(request);
    }
    return switch (access) {
      case PUBLIC -> principal;
      case SESSION -> requireSession(principal, request);
      case SESSION_OR_KEY -> requireSomebody(identity, request);
    };
  }

  /** A fresh cookie to send with the answer, when the session is near its end. */
  public Optional<SessionCookie> renewal(WebRequest request) {
    return session(request).flatMap(session -> sessions.renewal(session, request.secure()));
  }

  /** Whether the dashboard asks for a log-in; always, unless only loopback is listened on. */
  public boolean loginRequired() {
    return !exposure.loopbackOnly() || !firstRun.setupComplete() || policy.get().requireLogin();
  }

  /** Whether a request shows a session or a good key, wherever it goes ({@code GET /v1/models}). */
  public boolean authenticated(WebRequest request) {
    return !(identify(request).principal() instanceof Principal.Anonymous);
  }

  private Identity identify(WebRequest request) {
    Optional<Session> session = session(request);
    if (session.isPresent()) {
      return new Identity(new Principal.Session(session.get().csrfToken()), false);
    }
    Optional<Identity> key =
        ApiKeys.presented(name -> request.header(name).orElse(null))
            .flatMap(keys::authenticate)
            .flatMap(AccessControl::identity);
    return key.orElseGet(
        () ->
            new Identity(
                loginRequired()
                    ? new Principal.Anonymous()
                    : new Principal.Session(sessions.csrfToken(OPEN_SESSION)),
                false));
  }

  private static Optional<Identity> identity(Caller caller) {
    return caller
        .key()
        .map(
            id -> {
              String name = caller.keyName();
              return new Identity(
                  new Principal.ApiKey(id, name == null ? id : name),
                  caller.models() != ModelRules.ALL);
            });
  }

  private Optional<Session> session(WebRequest request) {
    return sessions.verify(request.cookie(SessionCookie.NAME).orElse(null));
  }

  private void requireOwnPage(WebRequest request) {
    boolean own =
        Origins.sameOrigin(
            request.header("Origin").orElse(null),
            request.header("Sec-Fetch-Site").orElse(null),
            request.header("Host").orElse(null),
            exposure,
            policy.get());
    if (!own) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED, "This request was sent by a page of another site");
    }
  }

  private Principal requireSomebody(Identity identity, WebRequest request) {
    if (identity.limitedKey()) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "This API key is limited to some models and may not manage the gateway");
    }
    return identity.principal() instanceof Principal.ApiKey
        ? identity.principal()
        : requireSession(identity.principal(), request);
  }

  private Principal requireSession(Principal principal, WebRequest request) {
    return switch (principal) {
      case Principal.Session session -> {
        requireFormToken(session, request);
        yield session;
      }
      case Principal.ApiKey _ ->
          throw new GatewayException(
              ErrorCode.PERMISSION_DENIED,
              "This needs a dashboard session; an API key is not enough");
      case Principal.Anonymous _ ->
          throw new GatewayException(ErrorCode.UNAUTHENTICATED, "Authentication required");
    };
  }

  /**
   * The second lock behind the check of the origin. JSON needs no token: a foreign page cannot send
   * it without asking first, and is never allowed; nor does a program that is no browser.
   */
  private void requireFormToken(Principal.Session session, WebRequest request) {
    if (SAFE.contains(request.method()) || !tokenNeeded(request)) {
      return;
    }
    String presented =
        request.header(CSRF_HEADER).or(() -> request.form().value(CSRF_FIELD)).orElse("");
    if (!Tokens.same(session.csrfToken(), presented)) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED, "The form is out of date; reload the page and try again");
    }
  }

  private static boolean tokenNeeded(WebRequest request) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).strip();
    if (type.startsWith("application/json")) {
      return false;
    }
    boolean form =
        type.startsWith("application/x-www-form-urlencoded")
            || type.startsWith("multipart/form-data")
            || type.startsWith("text/plain");
    boolean browser =
        request.header("Origin").isPresent() || request.header("Sec-Fetch-Site").isPresent();
    return form || browser;
  }

  /**
   * Who calls.
   *
   * @param limitedKey whether it is a key that is limited to some models: with it, somebody could
   *     else make a key without limits
   */
  private record Identity(Principal principal, boolean limitedKey) {}
}
