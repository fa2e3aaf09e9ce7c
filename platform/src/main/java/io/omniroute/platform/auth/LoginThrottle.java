package io.omniroute.platform.auth;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses passwords: five failures within five minutes lock an address (an IPv6
 * network of 64 bits) for fifteen minutes, and all addresses but loopback together may fail thirty
 * times a minute. An attempt counts as a failure from its begin, so that attempts side by side gain
 * nothing. Thread-safe; bounded; does not block.
 */
public final class LoginThrottle {

  private static final int FAILURES = 5;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration LOCK = Duration.ofMinutes(15);
  private static final int FAILURES_OF_ALL = 30;
  private static final Duration WINDOW_OF_ALL = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 10_000;
  private static final String LOOPBACK = "loopback";

  private final InstantSource clock;
  private final Map<String, Attempts> byAddress = new HashMap<>();
  private final Deque<Instant> ofAll = new ArrayDeque<>();

  /** A throttle that has seen nothing yet. */
  public LoginThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Begins an attempt.
   *
   * @throws GatewayException {@code RATE_LIMITED} with the seconds to wait
   */
  synchronized void begin(InetAddress address) {
    Instant now = clock.instant();
    String who = name(address);
    Attempts attempts = byAddress.computeIfAbsent(who, _ -> new Attempts());
    attempts.forgetBefore(now.minus(WINDOW), now);
    if (attempts.lockedUntil != null) {
      throw locked(Duration.between(now, attempts.lockedUntil));
    }
    if (!who.equals(LOOPBACK)) {
      countForAll(now);
    }
    attempts.failures.addLast(now);
    if (attempts.failures.size() >= FAILURES) {
      attempts.lockedUntil = now.plus(LOCK);
    }
    makeRoom(now);
  }

  /** The attempt was right: what this address did wrong before is forgotten. */
  synchronized void succeeded(InetAddress address) {
    byAddress.remove(name(address));
  }

  /** The addresses that are locked. */
  public synchronized List<Lock> locks() {
    Instant now = clock.instant();
    return byAddress.entrySet().stream()
        .filter(entry -> entry.getValue().lockedAt(now))
        .map(entry -> new Lock(entry.getKey(), entry.getValue().end(now)))
        .sorted(Comparator.comparing(Lock::address))
        .toList();
  }

  /** Opens a lock; false if there was none. */
  public synchronized boolean unlock(String address) {
    return byAddress.remove(address) != null;
  }

  private void countForAll(Instant now) {
    while (!ofAll.isEmpty() && ofAll.peekFirst().isBefore(now.minus(WINDOW_OF_ALL))) {
      ofAll.removeFirst();
    }
    if (ofAll.size() >= FAILURES_OF_ALL) {
      throw locked(Duration.between(now, ofAll.getFirst().plus(WINDOW_OF_ALL)));
    }
    ofAll.addLast(now);
  }

  /** Room is made by forgetting who is not locked, then whose lock ends first. */
  private void makeRoom(Instant now) {
    if (byAddress.size() > MOST_ADDRESSES) {
      byAddress.values().removeIf(attempts -> !attempts.lockedAt(now));
    }
    if (byAddress.size() > MOST_ADDRESSES) {
      byAddress.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().end(now)))
          .map(Map.Entry::getKey)
          .ifPresent(byAddress::remove);
    }
  }

  private static GatewayException locked(Duration wait) {
    long seconds = Math.max(1, Math.ceilDiv(wait.toMillis(), 1000));
    return new GatewayException(
            ErrorCode.RATE_LIMITED, "Too many failed logins. Try again in " + seconds + " seconds.")
        .withRetryAfter(Duration.ofSeconds(seconds));
  }

  private static String name(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return LOOPBACK;
    }
    if (address instanceof Inet6Address) {
      byte[] network = Arrays.copyOf(address.getAddress(), 8);
      return HexFormat.ofDelimiter(":").formatHex(network) + "::/64";
    }
    return address.getHostAddress();
  }

  /**
   * An address that is locked.
   *
   * @param address the address, or an IPv6 network
   * @param until until when
   */
  public record Lock(String address, Instant until) {}

  private static final class Attempts {

    private final Deque<Instant> failures = new ArrayDeque<>();
    private @Nullable Instant lockedUntil;

    void forgetBefore(Instant start, Instant now) {
      if (lockedUntil != null && !now.isBefore(lockedUntil)) {
        lockedUntil = null;
        failures.clear();
      }
      failures.removeIf(moment -> moment.isBefore(start));
    }

    boolean lockedAt(Instant now) {
      return lockedUntil != null && now.isBefore(lockedUntil);
    }

    Instant end(Instant now) {
      return lockedUntil == null ? now : lockedUntil;
    }
  }
}
