package io.omniroute.platform.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.ServerSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Log-ins as signed cookies that outlive a restart. A log-out ends a session on the server too; a
 * new generation (after a change of the password) ends all. Thread-safe; checks do not block,
 * changes block for the store.
 */
public final class Sessions {

  /** How long a session lasts without use. */
  public static final Duration LIFE = Duration.ofDays(30);

  private static final Duration RENEW_BEFORE_END = Duration.ofDays(7);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private final ServerSecrets secrets;
  private final AuthEnvironment environment;
  private final InstantSource clock;
  private final byte[] key;
  private volatile String generation;
  private volatile Map<String, Instant> ended;

  /** Takes the signing key from the environment or the store; blocks for the store. */
  public Sessions(ServerSecrets secrets, AuthEnvironment environment, InstantSource clock) {
    this.secrets = secrets;
    this.environment = environment;
    this.clock = clock;
    String fixed = environment.sessionSecret();
    this.key = (fixed != null ? fixed : kept(SecretNames.SESSION_KEY, 48)).getBytes(UTF_8);
    this.generation = kept(SecretNames.SESSION_GENERATION, 16);
    this.ended = secrets.find(SecretNames.ENDED_SESSIONS).map(Sessions::readEnded).orElse(Map.of());
  }

  /** Begins a session. */
  public SessionCookie open(boolean secure) {
    return issue(Tokens.random(18), secure);
  }

  /** The session of a cookie's value; empty for none, a forged, an old or an ended one. */
  public Optional<Session> verify(@Nullable String cookie) {
    if (cookie == null || cookie.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return SessionToken.read(cookie, key)
        .filter(token -> Tokens.same(token.generation(), generation))
        .filter(token -> now.isBefore(token.expiresAt()))
        .filter(token -> !token.issuedAt().isAfter(now.plus(CLOCK_SKEW)))
        .filter(token -> !ended.containsKey(token.id()))
        .map(
            token ->
                new Session(
                    token.id(), token.issuedAt(), token.expiresAt(), csrfToken(token.id())));
  }

  /** A fresh cookie for a session with less than seven days left. */
  public Optional<SessionCookie> renewal(Session session, boolean secure) {
    boolean due = clock.instant().plus(RENEW_BEFORE_END).isAfter(session.expiresAt());
    return due ? Optional.of(issue(session.id(), secure)) : Optional.empty();
  }

  /** Ends a session for good. */
  public synchronized void close(Session session) {
    Instant now = clock.instant();
    Map<String, Instant> next = new HashMap<>(ended);
    next.values().removeIf(now::isAfter);
    // A renewed token of this session may live on elsewhere for at most a whole life.
    next.put(session.id(), now.plus(LIFE));
    JsonObject.Builder json = JsonObject.builder();
    next.forEach((id, until) -> json.put(id, until.getEpochSecond()));
    secrets.put(SecretNames.ENDED_SESSIONS, Secret.of(json.build().toText()));
    ended = Map.copyOf(next);
  }

  /** Ends every session. */
  public synchronized void closeAll() {
    String next = Tokens.random(16);
    secrets.put(SecretNames.SESSION_GENERATION, Secret.of(next));
    generation = next;
    secrets.delete(SecretNames.ENDED_SESSIONS);
    ended = Map.of();
  }

  /** What every form of a session must carry. */
  String csrfToken(String sessionId) {
    return Tokens.hmacText(key, "csrf:" + generation + ":" + sessionId);
  }

  /** Whether the cookie is marked for https only. */
  boolean secureCookie(boolean requestSecure) {
    return requestSecure || environment.secureCookie();
  }

  private SessionCookie issue(String id, boolean secure) {
    Instant now = clock.instant();
    SessionToken token = new SessionToken(id, generation, now, now.plus(LIFE));
    return new SessionCookie(token.sign(key), LIFE, secureCookie(secure));
  }

  private String kept(String name, int bytes) {
    return secrets.findOrCreate(name, () -> Secret.of(Tokens.random(bytes))).reveal();
  }

  private static Map<String, Instant> readEnded(Secret stored) {
    Map<String, Instant> ended = new HashMap<>();
    if (Json.parse(stored.reveal()) instanceof JsonObject object) {
      object
          .fields()
          .forEach(
              (id, until) -> {
                if (until instanceof JsonNumber second) {
                  ended.put(id, Instant.ofEpochSecond(second.longValue()));
                }
              });
    }
    return Map.copyOf(ended);
  }
}
