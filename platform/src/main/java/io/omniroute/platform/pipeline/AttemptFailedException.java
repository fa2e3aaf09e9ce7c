package io.omniroute.platform.pipeline;

import io.omniroute.api.Failure;

/** An attempt failed before anything of it went to the client, so another target may serve. */
final class AttemptFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final int upstreamStatus;

  AttemptFailedException(Failure failure, int upstreamStatus) {
    super(failure.message(), null, false, false);
    this.failure = failure;
    this.upstreamStatus = upstreamStatus;
  }

  Failure failure() {
    return failure;
  }

  /** The upstream's status, or 0 where there was no answer. */
  int upstreamStatus() {
    return upstreamStatus;
  }
}
