package io.omniroute.api;

/**
 * Why a request failed. A code knows the HTTP status a caller sees and what the host may do about
 * it.
 */
public enum ErrorCode {
  /** The request itself is wrong; sending it again cannot help. */
  INVALID_REQUEST(400, false, false, false),
  /** This model does not take one of the request's parameters; another model may. */
  UNSUPPORTED_PARAMETER(400, false, true, false),
  /** The conversation does not fit the model; another model may take it. */
  CONTEXT_OVERFLOW(400, false, true, false),
  /** The vendor's policy refused the content. */
  CONTENT_REFUSED(400, false, false, false),
  /** No key, or one that is not known. */
  UNAUTHENTICATED(401, false, true, false),
  /** The account has no money or no quota left. */
  QUOTA_EXHAUSTED(402, false, true, false),
  /** The caller, or the account, may not do this. */
  PERMISSION_DENIED(403, false, true, false),
  /** No such model, provider or thing. */
  NOT_FOUND(404, false, true, false),
  /** The method does not exist on this path. */
  METHOD_NOT_ALLOWED(405, false, false, false),
  /** Something of this name or state is there already. */
  CONFLICT(409, false, false, false),
  /** The body is larger than the limit. */
  PAYLOAD_TOO_LARGE(413, false, false, false),
  /** Too many requests; later it may work. */
  RATE_LIMITED(429, true, true, false),
  /** The client went away before the answer was complete. */
  CLIENT_CLOSED(499, false, false, false),
  /** A fault of the gateway itself. */
  INTERNAL(500, false, false, false),
  /** The upstream answered with a fault, or with something that is no answer. */
  UPSTREAM_ERROR(502, true, true, true),
  /** The upstream could not be reached. */
  UPSTREAM_UNREACHABLE(502, true, true, true),
  /** The upstream is overloaded, or nothing is left that could serve the request. */
  UNAVAILABLE(503, true, true, true),
  /** The upstream was silent for too long. */
  UPSTREAM_TIMEOUT(504, false, true, true);

  private final int status;
  private final boolean retryable;
  private final boolean fallback;
  private final boolean breaker;

  ErrorCode(int status, boolean retryable, boolean fallback, boolean breaker) {
    this.status = status;
    this.retryable = retryable;
    this.fallback = fallback;
    this.breaker = breaker;
  }

  /** The HTTP status of an answer with this code. */
  public int status() {
    return status;
  }

  /** Whether the same target may work when asked again. */
  public boolean retryable() {
    return retryable;
  }

  /** Whether another account or model may serve the request. */
  public boolean mayFallBack() {
    return fallback;
  }

  /** Whether this failure counts against the health of the upstream. */
  public boolean tripsBreaker() {
    return breaker;
  }
}
