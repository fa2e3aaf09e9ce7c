package io.omniroute.platform.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106; 19 MiB, two passes, one lane: OWASP's minimum). At most
 * two hashes are made at once, so that log-in attempts cannot take the machine's memory and cores.
 * Thread-safe; blocks.
 */
final class Passwords {

  /** The shortest password that is accepted, in characters. */
  static final int SHORTEST = 8;

  /** The longest, so that a log-in is no way to keep a core busy. */
  static final int LONGEST = 256;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Semaphore permits = new Semaphore(2, true);
  private final SecureRandom random = new SecureRandom();

  /** The hash of a password in the PHC text form, salt and parameters included. */
  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Argon2Function argon2 =
        Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    return bounded(() -> argon2.hash(password.getBytes(UTF_8), salt).getResult());
  }

  /** Whether a password is the one of a hash, compared in constant time. */
  boolean verify(String password, String hash) {
    if (password.length() > LONGEST) {
      return false;
    }
    return bounded(() -> Argon2Function.getInstanceFromHash(hash).check(password, hash));
  }

  private <T> T bounded(Supplier<T> work) {
    try {
      if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }

  private static GatewayException busy() {
    return new GatewayException(
            ErrorCode.RATE_LIMITED, "Too many log-ins at once; try again in a moment")
        .withRetryAfter(Duration.ofSeconds(2));
  }
}
