package io.omniroute.platform.pipeline;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.platform.upstream.UpstreamException;

/** What a fault of the transport means to a request. */
final class UpstreamFailures {

  private UpstreamFailures() {}

  static Failure of(UpstreamException e, String provider) {
    String who = "Provider '" + provider + "' ";
    return switch (e.kind()) {
      case DNS -> unreachable(who + "has no address that can be found");
      case CONNECT_REFUSED -> unreachable(who + "does not take connections");
      case CONNECT_TIMEOUT -> unreachable(who + "did not take the connection in time");
      case TLS -> unreachable(who + "failed to prove who it is (TLS)");
      case HEAD_TIMEOUT -> timeout(who + "did not answer in time");
      case IDLE_TIMEOUT -> timeout(who + "fell silent in the middle of its answer");
      case TOTAL_TIMEOUT -> timeout(who + "did not finish its answer in time");
      case RESET -> broken(who + "closed the connection before it answered");
      case TRUNCATED -> broken(who + "closed the connection in the middle of its answer");
      case PROTOCOL -> broken(who + "answered with something that is not HTTP");
      case TOO_LARGE -> broken(who + "answered with more than this gateway reads");
      case CANCELLED ->
          Failure.of(ErrorCode.CLIENT_CLOSED, "The request was cancelled", Blame.REQUEST);
      case CAPACITY ->
          Failure.of(
              ErrorCode.UNAVAILABLE, "Too many upstream connections are open", Blame.GATEWAY);
      case CLOSED ->
          Failure.of(ErrorCode.UNAVAILABLE, "The gateway is shutting down", Blame.GATEWAY);
    };
  }

  private static Failure unreachable(String message) {
    return Failure.of(ErrorCode.UPSTREAM_UNREACHABLE, message, Blame.NETWORK);
  }

  private static Failure timeout(String message) {
    return Failure.of(ErrorCode.UPSTREAM_TIMEOUT, message, Blame.PROVIDER);
  }

  private static Failure broken(String message) {
    return Failure.of(ErrorCode.UPSTREAM_ERROR, message, Blame.PROVIDER);
  }
}
