package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.provider.KeyCheck;
import io.omniroute.platform.management.CheckResult.Diagnosis;
import io.omniroute.platform.management.CheckResult.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a test says of the credential. Only what the provider names is a bad key; a
 * limit means that the key is known; a fault of the service says nothing of the key. Pure.
 *
 * @param verdict good, bad, or not to be told
 * @param status the upstream's HTTP status, or null
 * @param diagnosis why
 */
record Findings(Verdict verdict, @Nullable Integer status, Diagnosis diagnosis) {

  private static final String UPSTREAM = "upstream";

  /** Everything is well. */
  static Findings ok(@Nullable Integer status) {
    return new Findings(Verdict.VALID, status, new Diagnosis("ok", UPSTREAM, null, null));
  }

  /** Nothing could be asked, for a reason in the gateway. */
  static Findings local(String type, Verdict verdict, String message) {
    return new Findings(verdict, null, new Diagnosis(type, "local", message, null));
  }

  /** No answer came. */
  static Findings unreachable(GatewayException e) {
    return switch (e.code()) {
      case UPSTREAM_UNREACHABLE, UPSTREAM_TIMEOUT, UPSTREAM_ERROR ->
          new Findings(
              Verdict.UNKNOWN,
              null,
              new Diagnosis("network_error", "network", e.reason(), e.code().name()));
      case INVALID_REQUEST -> local("runtime_error", Verdict.INVALID, e.reason());
      default -> local("runtime_error", Verdict.UNKNOWN, e.reason());
    };
  }

  /**
   * An answer came.
   *
   * @param words the upstream's own words, without secrets; empty where it said nothing
   */
  static Findings answered(int status, KeyCheck check, boolean probe, String words) {
    if (status >= 200 && status < 300) {
      return ok(status);
    }
    if (check.invalidStatuses().contains(status)) {
      return of(Verdict.INVALID, status, "upstream_auth_error", "The key is not accepted", words);
    }
    if (status == 429) {
      return of(
          Verdict.VALID,
          status,
          "upstream_rate_limited",
          "The key is good, but its limit is reached",
          words);
    }
    if (status == 402 || status == 403) {
      return of(
          Verdict.VALID, status, "ok", "The key is good, but it may not do everything", words);
    }
    if (probe && (status == 400 || status == 404 || status == 422)) {
      return of(Verdict.VALID, status, "ok", "The key is good; the test's model is not", words);
    }
    if (status == 401) {
      return of(Verdict.INVALID, status, "upstream_auth_error", "The key is not accepted", words);
    }
    return unclear(status, words);
  }

  /** An answer that says nothing about the key. */
  private static Findings unclear(int status, String words) {
    if (status >= 500 || status == 408) {
      return of(Verdict.UNKNOWN, status, "upstream_unavailable", "The provider has trouble", words);
    }
    if (status >= 300 && status < 400) {
      return of(
          Verdict.UNKNOWN,
          status,
          "upstream_error",
          "The address leads elsewhere; set the base URL to the final one",
          "");
    }
    return of(
        Verdict.UNKNOWN,
        status,
        "upstream_error",
        "The provider did not understand the test",
        words);
  }

  /** Whether the list that was asked for does not exist there. */
  boolean notThere() {
    return status != null && (status == 404 || status == 405);
  }

  private static Findings of(
      Verdict verdict, int status, String type, String sentence, String words) {
    String message = words.isEmpty() ? sentence : sentence + ": " + words;
    return new Findings(
        verdict, status, new Diagnosis(type, UPSTREAM, message, Integer.toString(status)));
  }

  /** What a failure inside the gateway means. */
  static Findings failed(ErrorCode code, String message) {
    return new Findings(
        Verdict.INVALID,
        code.status(),
        new Diagnosis("upstream_error", "local", message, code.name()));
  }
}
