package io.omniroute.platform.pipeline;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.translate.ResponseEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Carries the events of an upstream to a client's encoder, watches for the first content (the
 * commit), for failures and for the end.
 */
final class EventRelay implements ChatEventSink {

  private final Attempt attempt;
  private final ResponseEncoder encoder;
  private final ClientStream stream;
  private @Nullable Failure failure;
  private boolean finished;

  EventRelay(Attempt attempt, ResponseEncoder encoder, ClientStream stream) {
    this.attempt = attempt;
    this.encoder = encoder;
    this.stream = stream;
  }

  @Override
  public void accept(ChatEvent event) {
    if (failure != null) {
      return;
    }
    if (event instanceof ChatEvent.Failed failed) {
      failure = failed.failure();
      return;
    }
    if (event instanceof ChatEvent.UsageReported reported) {
      attempt.trace().used(reported.usage());
    }
    if (event instanceof ChatEvent.Finished end) {
      finished = true;
      if (!stream.committed() && saysNothing(end.reason())) {
        failure = emptyAnswer(attempt);
        return;
      }
    }
    if (meaningful(event) || stream.full()) {
      stream.commit();
    }
    encoder.write(event, stream::add);
  }

  /** Why the upstream's answer cannot go on, or null. */
  @Nullable Failure failure() {
    return failure;
  }

  /** Whether the answer's own end came. */
  boolean finished() {
    return finished;
  }

  static Failure emptyAnswer(Attempt attempt) {
    return Failure.of(
        ErrorCode.UPSTREAM_ERROR,
        "Provider '" + attempt.target().providerId() + "' sent an empty answer",
        Blame.PROVIDER);
  }

  /** A clean end without a word is a fault of the upstream; a limit or a filter is an answer. */
  static boolean saysNothing(StopReason reason) {
    return reason == StopReason.STOP || reason == StopReason.UNKNOWN;
  }

  private static boolean meaningful(ChatEvent event) {
    return switch (event) {
      case ChatEvent.TextDelta delta -> !delta.text().isEmpty();
      case ChatEvent.ThinkingDelta delta -> !delta.text().isEmpty();
      case ChatEvent.RefusalDelta delta -> !delta.text().isEmpty();
      case ChatEvent.ThinkingSigned ignored -> true;
      case ChatEvent.PartAdded ignored -> true;
      case ChatEvent.ToolCallStarted ignored -> true;
      case ChatEvent.ToolArgumentsDelta ignored -> true;
      case ChatEvent.Finished ignored -> true;
      case ChatEvent.Started ignored -> false;
      case ChatEvent.CitationAdded ignored -> false;
      case ChatEvent.PartEnded ignored -> false;
      case ChatEvent.ToolCallEnded ignored -> false;
      case ChatEvent.LogprobsAdded ignored -> false;
      case ChatEvent.UsageReported ignored -> false;
      case ChatEvent.Failed ignored -> false;
      case ChatEvent.KeepAlive ignored -> false;
      case ChatEvent.Unknown ignored -> false;
    };
  }
}
