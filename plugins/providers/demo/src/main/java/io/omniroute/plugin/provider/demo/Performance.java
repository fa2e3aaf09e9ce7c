package io.omniroute.plugin.provider.demo;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.chat.Usage;
import java.time.Duration;

/** Speaks a reply once for every choice that is asked for, within the limits of the request. */
final class Performance {
  private static final int MOST_CHOICES = 16;

  private final Prompt prompt;
  private final ChatEventSink sink;
  private final Duration wordDelay;

  Performance(Prompt prompt, ChatEventSink sink, Duration wordDelay) {
    this.prompt = prompt;
    this.sink = sink;
    this.wordDelay = wordDelay;
  }

  void perform(Reply reply) throws InterruptedException {
    Integer wanted = prompt.request().sampling().choices();
    int choices = wanted == null ? 1 : wanted;
    if (choices < 1 || choices > MOST_CHOICES) {
      throw new GatewayException(
              ErrorCode.INVALID_REQUEST,
              "The demo provider gives 1 to " + MOST_CHOICES + " choices")
          .withParameter("n");
    }
    String id = "demo-" + Tokens.fingerprint(prompt.request());
    ChatEventSink started = lazily(new ChatEvent.Started(id, prompt.model(), 0));
    long spoken = 0;
    long thought = 0;
    for (int choice = 0; choice < choices; choice++) {
      Speaker speaker = new Speaker(choice, id, prompt.request(), started, wordDelay);
      StopReason reason = speaker.speak(reply);
      spoken += speaker.tokens();
      thought += speaker.thinkingTokens();
      started.accept(new ChatEvent.Finished(choice, reason, null, speaker.stopSequence()));
    }
    sink.accept(new ChatEvent.UsageReported(usage(prompt.request(), spoken, thought)));
  }

  /** Nothing is said before the first real event, so that a failure can still fall back. */
  private ChatEventSink lazily(ChatEvent.Started start) {
    boolean[] begun = new boolean[1];
    return event -> {
      if (!begun[0]) {
        begun[0] = true;
        sink.accept(start);
      }
      sink.accept(event);
    };
  }

  private static Usage usage(ChatRequest request, long spoken, long thought) {
    return new Usage(Tokens.of(request), 0, 0, 0, spoken, thought);
  }
}
