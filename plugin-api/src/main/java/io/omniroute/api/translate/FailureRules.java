package io.omniroute.api.translate;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads failures of upstreams, whatever their shape: status, text and hints tell what happened and
 * who is to blame. The same rules serve every format, so that no two of them disagree; a provider
 * that says things in its own way corrects the outcome afterwards.
 *
 * <p>Order: a 429 and a 401 are what they say. Then words count more than the status, since limits
 * and bad keys hide behind 400 and 403; a failure that its words show to be another kind gets that
 * kind's status. Then the status counts, and it is kept.
 */
public final class FailureRules {
  private static final int UNKNOWN_STATUS = 0;

  private FailureRules() {}

  /** Reads an answer whose status is not 2xx. The body may be anything. */
  public static Failure read(HttpAnswer answer) {
    return read(answer, Instant.now());
  }

  /** As {@link #read(HttpAnswer)}, at a given time, from which hints with a date count. */
  public static Failure read(HttpAnswer answer, Instant now) {
    ErrorBody body = ErrorBody.of(answer.body());
    Duration retryAfter = RetryHints.of(answer.headers(), body, now);
    return failure(answer.status(), body, retryAfter);
  }

  /**
   * Reads an error object that came with a good status: as a whole answer or inside a stream.
   *
   * @param object the object that has the error, or is it
   */
  public static Failure inBand(JsonObject object) {
    ErrorBody body = ErrorBody.of(object);
    Duration retryAfter = RetryHints.of(Headers.NONE, body, Instant.now());
    int status = body.status() == null ? body.impliedStatus() : body.status();
    return failure(status, body, retryAfter);
  }

  private static Failure failure(int status, ErrorBody body, @Nullable Duration retryAfter) {
    Verdict verdict = verdict(status, body);
    int shown = verdict.byWords() ? verdict.code().status() : shown(status, verdict.code());
    return new Failure(
        verdict.code(),
        shown,
        body.message(status),
        verdict.blame(),
        retryAfter,
        body.nativeCode(),
        verdict.code() == ErrorCode.UNSUPPORTED_PARAMETER && body.parameter() == null
            ? FailureWords.parameterIn(body.words())
            : body.parameter());
  }

  private static Verdict verdict(int status, ErrorBody body) {
    String words = body.words();
    if (status == 429) {
      return FailureWords.BROKE.matches(body.codes())
          ? Verdict.byStatus(ErrorCode.QUOTA_EXHAUSTED, Blame.ACCOUNT)
          : Verdict.byStatus(ErrorCode.RATE_LIMITED, limited(words));
    }
    if (status == 401) {
      return Verdict.byStatus(ErrorCode.UNAUTHENTICATED, Blame.ACCOUNT);
    }
    Verdict byWords = byWords(status, words, body);
    return byWords == null ? byStatus(status) : byWords;
  }

  private static @Nullable Verdict byWords(int status, String words, ErrorBody body) {
    boolean requestFault = status == 400 || status == 422;
    if (requestFault && FailureWords.UNSUPPORTED.matches(words)) {
      return Verdict.byStatus(ErrorCode.UNSUPPORTED_PARAMETER, Blame.REQUEST);
    }
    boolean limitOfAnswer = "max_tokens".equals(body.parameter());
    if (!limitOfAnswer && FailureWords.OVERFLOW.matches(words)) {
      return status >= 400 && status < 500
          ? Verdict.byStatus(ErrorCode.CONTEXT_OVERFLOW, Blame.REQUEST)
          : Verdict.byWords(ErrorCode.CONTEXT_OVERFLOW, Blame.REQUEST);
    }
    if (FailureWords.CALL_FAILED.matches(words)) {
      return Verdict.byWords(ErrorCode.UPSTREAM_ERROR, Blame.MODEL);
    }
    boolean maySayOtherwise =
        requestFault || status == 402 || status == 403 || status == UNKNOWN_STATUS;
    return maySayOtherwise ? accountByWords(status, words) : limitByWords(status, words);
  }

  private static @Nullable Verdict accountByWords(int status, String words) {
    if (FailureWords.CREDENTIAL.matches(words)) {
      return Verdict.byWords(ErrorCode.UNAUTHENTICATED, Blame.ACCOUNT);
    }
    if (FailureWords.BROKE.matches(words)) {
      return Verdict.byWords(ErrorCode.QUOTA_EXHAUSTED, Blame.ACCOUNT);
    }
    if (FailureWords.LIMIT.matches(words)) {
      return Verdict.byWords(ErrorCode.RATE_LIMITED, limited(words));
    }
    if (FailureWords.POLICY.matches(words)) {
      return Verdict.byStatus(ErrorCode.CONTENT_REFUSED, Blame.REQUEST);
    }
    if (FailureWords.NO_MODEL.matches(words)) {
      return Verdict.byWords(ErrorCode.NOT_FOUND, Blame.MODEL);
    }
    return status == UNKNOWN_STATUS && FailureWords.BUSY.matches(words)
        ? Verdict.byWords(ErrorCode.UNAVAILABLE, Blame.PROVIDER)
        : null;
  }

  private static @Nullable Verdict limitByWords(int status, String words) {
    return status >= 500 && FailureWords.LIMIT.matches(words)
        ? Verdict.byWords(ErrorCode.RATE_LIMITED, limited(words))
        : null;
  }

  private static Verdict byStatus(int status) {
    return switch (status) {
      case 402 -> Verdict.byStatus(ErrorCode.QUOTA_EXHAUSTED, Blame.ACCOUNT);
      case 403 -> Verdict.byStatus(ErrorCode.PERMISSION_DENIED, Blame.ACCOUNT);
      case 404 -> Verdict.byStatus(ErrorCode.NOT_FOUND, Blame.MODEL);
      case 413 -> Verdict.byStatus(ErrorCode.PAYLOAD_TOO_LARGE, Blame.REQUEST);
      case 408, 504, 522, 524 -> Verdict.byStatus(ErrorCode.UPSTREAM_TIMEOUT, Blame.PROVIDER);
      case 498, 503, 529 -> Verdict.byStatus(ErrorCode.UNAVAILABLE, Blame.PROVIDER);
      default ->
          status >= 400 && status < 500
              ? Verdict.byStatus(ErrorCode.INVALID_REQUEST, Blame.REQUEST)
              : Verdict.byStatus(ErrorCode.UPSTREAM_ERROR, Blame.PROVIDER);
    };
  }

  /** Limits that name a model leave the account's other models alone. */
  private static Blame limited(String words) {
    return words.contains("model") ? Blame.MODEL : Blame.ACCOUNT;
  }

  /** The upstream's status, unless it is one that clients do not know or that is no failure. */
  private static int shown(int status, ErrorCode code) {
    boolean failure = status >= 400 && status <= 511;
    return failure && status != 498 ? status : code.status();
  }

  private record Verdict(ErrorCode code, Blame blame, boolean byWords) {
    static Verdict byStatus(ErrorCode code, Blame blame) {
      return new Verdict(code, blame, false);
    }

    static Verdict byWords(ErrorCode code, Blame blame) {
      return new Verdict(code, blame, true);
    }
  }
}
