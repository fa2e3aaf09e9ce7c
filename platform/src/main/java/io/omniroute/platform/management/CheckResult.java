package io.omniroute.platform.management;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a test of a credential found.
 *
 * @param verdict good, bad, or not to be told
 * @param latencyMillis how long it took, in milliseconds
 * @param error what is wrong, for a person; null where nothing is
 * @param diagnosis why, for a program
 * @param statusCode the upstream's HTTP status; null where there was none
 * @param testedAt when
 */
public record CheckResult(
    Verdict verdict,
    long latencyMillis,
    @Nullable String error,
    Diagnosis diagnosis,
    @Nullable Integer statusCode,
    Instant testedAt) {

  /** Whether the credential is good. */
  public boolean valid() {
    return verdict == Verdict.VALID;
  }

  /** What is known of a credential. */
  public enum Verdict {
    /** It works. */
    VALID,
    /** It does not. */
    INVALID,
    /** The provider could not be asked, or its answer says nothing. */
    UNKNOWN
  }

  /**
   * Why a test ended as it did.
   *
   * @param type {@code ok}, {@code unsupported}, {@code upstream_auth_error}, {@code
   *     upstream_rate_limited}, {@code upstream_unavailable}, {@code network_error}, {@code
   *     upstream_error}, {@code auth_missing}, {@code runtime_error}
   * @param source {@code upstream}, {@code network} or {@code local}
   * @param message for a person; null where there is nothing to say
   * @param code the upstream's or the gateway's word for it, or null
   */
  public record Diagnosis(
      String type, String source, @Nullable String message, @Nullable String code) {}
}
