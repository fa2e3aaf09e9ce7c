package io.omniroute.platform.auth;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.store.ApiKey;
import io.omniroute.platform.store.ApiKeyRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are accepted, as one immutable snapshot: a check is one hash and one look-up and
 * never touches the database. Thread-safe; only {@link #reload} and {@link #flush} block.
 */
public final class ApiKeys {

  private static final int LONGEST_KEY = 256;
  private static final String BEARER = "bearer ";

  private final ApiKeyRepository repository;
  private final Supplier<AuthPolicy> policy;
  private final Exposure exposure;
  private final InstantSource clock;
  private final Map<String, AtomicLong> lastSeen = new ConcurrentHashMap<>();
  private volatile Map<String, Entry> byHash = Map.of();

  /** Reads every key; blocks for the store. */
  public ApiKeys(
      ApiKeyRepository repository,
      Supplier<AuthPolicy> policy,
      Exposure exposure,
      InstantSource clock) {
    this.repository = repository;
    this.policy = policy;
    this.exposure = exposure;
    this.clock = clock;
    reload();
  }

  /**
   * The key that a request shows: {@code Authorization: Bearer}, {@code x-api-key}, {@code
   * x-goog-api-key} or {@code ?key=}, the first that is there.
   *
   * @param header gives the first value of a header field, or null
   * @param query gives the first value of a query parameter, or null
   */
  public static Optional<String> presented(
      Function<String, @Nullable String> header, Function<String, @Nullable String> query) {
    return presented(header).or(() -> text(query.apply("key")));
  }

  /** The key in a request's header fields; the query is for inference alone, for URLs get about. */
  static Optional<String> presented(Function<String, @Nullable String> header) {
    String authorization = header.apply("Authorization");
    if (authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && authorization.length() > BEARER.length()) {
      return text(authorization.substring(BEARER.length()));
    }
    return text(header.apply("x-api-key")).or(() -> text(header.apply("x-goog-api-key")));
  }

  /** The caller of a key; empty for one that is unknown, switched off or past its end. */
  public Optional<Caller> authenticate(String presented) {
    if (presented.isEmpty() || presented.length() > LONGEST_KEY) {
      return Optional.empty();
    }
    Entry entry = byHash.get(repository.hash(presented));
    if (entry == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!entry.key().usableAt(now)) {
      return Optional.empty();
    }
    entry.lastSeen().setOpaque(now.toEpochMilli());
    return Optional.of(entry.caller());
  }

  /**
   * Lets an inference request in, or not.
   *
   * <p>Where no key is asked for, a known key counts all the same, with its limits; an unknown one
   * is overlooked, since tools insist on sending something. A request without a good key is then
   * refused if it comes from a web page of somewhere else: else every site a person visits could
   * use up their accounts.
   *
   * @param header gives the first value of a header field, or null
   * @param query gives the first value of a query parameter, or null
   * @throws GatewayException {@code UNAUTHENTICATED} "Missing API key" or "Invalid API key"; {@code
   *     PERMISSION_DENIED} for a foreign page or host name
   */
  public Caller admit(
      Function<String, @Nullable String> header, Function<String, @Nullable String> query) {
    Optional<String> presented = presented(header, query);
    Optional<Caller> known = presented.flatMap(this::authenticate);
    if (known.isPresent()) {
      return known.get();
    }
    if (required()) {
      throw new GatewayException(
          ErrorCode.UNAUTHENTICATED, presented.isEmpty() ? "Missing API key" : "Invalid API key");
    }
    AuthPolicy now = policy.get();
    if (!Origins.mayUseOpenMode(header.apply("Origin"), now)
        || !Origins.hostAllowed(header.apply("Host"), exposure, now)) {
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "An API key is needed for requests from web pages of other sites");
    }
    return Caller.OPEN;
  }

  /** Whether inference requests need a key; always, unless only loopback is listened on. */
  public boolean required() {
    return !exposure.loopbackOnly() || policy.get().requireApiKey();
  }

  /**
   * Takes the keys anew from the store. When this returns, every change that was stored before the
   * call counts.
   */
  public synchronized void reload() {
    Map<String, Entry> fresh = new HashMap<>();
    for (ApiKey key : repository.all()) {
      Caller caller = new Caller(key.id(), key.name(), ModelRules.of(key.allowedModels()));
      AtomicLong seen = lastSeen.computeIfAbsent(key.id(), _ -> new AtomicLong());
      fresh.put(key.hash(), new Entry(key, caller, seen));
    }
    byHash = Map.copyOf(fresh);
    lastSeen.keySet().retainAll(fresh.values().stream().map(entry -> entry.key().id()).toList());
  }

  /** Stores when keys were last seen, since the last call. Meant for a timer and for the end. */
  public void flush() {
    Map<String, Instant> seen = new HashMap<>();
    lastSeen.forEach(
        (id, moment) -> {
          long millis = moment.getAndSet(0);
          if (millis != 0) {
            seen.put(id, Instant.ofEpochMilli(millis));
          }
        });
    if (!seen.isEmpty()) {
      repository.touch(seen);
    }
  }

  private static Optional<String> text(@Nullable String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  private record Entry(ApiKey key, Caller caller, AtomicLong lastSeen) {}
}
