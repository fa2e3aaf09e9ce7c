package io.omniroute.platform.pipeline;

import io.omniroute.api.Failure;
import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.ChatResponse;
import io.omniroute.api.chat.ResponseFold;
import io.omniroute.api.translate.ConversationMemory;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.EncodedRequest;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.api.translate.ResponseEncoder;
import io.omniroute.platform.pipeline.UpstreamLink.HttpRoute;
import io.omniroute.platform.sse.StreamShape;
import io.omniroute.platform.translate.FrameReader;
import io.omniroute.platform.upstream.UpstreamException;
import io.omniroute.platform.upstream.UpstreamResponse;
import java.io.IOException;

/**
 * The lane for a target that speaks another format than the client: neutral request, upstream's
 * format, neutral events, client's format.
 */
final class TranslationLane {

  private final UpstreamLink link;

  TranslationLane(UpstreamLink link) {
    this.link = link;
  }

  /** Serves the request, or fails before anything went out. */
  void serve(Attempt attempt, HttpRoute route) throws AttemptFailedException, IOException {
    ChatRequest request = DecodedRequests.of(attempt);
    EncodedRequest encoded = encode(attempt, route, request);
    try (UpstreamResponse response = link.open(attempt, route, encoded.headers(), encoded.body())) {
      answer(attempt, request, encoded.decoder(), response);
    }
  }

  /** Reads an answer that did not come in the shape that was asked for, too. */
  static void answer(
      Attempt attempt, ChatRequest request, ResponseDecoder decoder, UpstreamResponse response)
      throws AttemptFailedException, IOException {
    ResponseEncoder encoder =
        attempt.call().format().encoder(DecodedRequests.context(attempt, request));
    try {
      if (attempt.head().stream()) {
        stream(attempt, encoder, decoder, response);
      } else {
        whole(attempt, encoder, decoder, response);
      }
    } catch (UpstreamException e) {
      Failure failure = UpstreamFailures.of(e, attempt.target().providerId());
      throw new AttemptFailedException(failure, response.status());
    }
  }

  private static EncodedRequest encode(Attempt attempt, HttpRoute route, ChatRequest request)
      throws AttemptFailedException {
    EncodeContext context =
        new EncodeContext(
            attempt.target().model().id(),
            attempt.head().stream(),
            route.quirks(attempt),
            attempt.target().model().maxOutputTokens(),
            attempt.trace(),
            ConversationMemory.NONE);
    try {
      return route.format().encode(request, context);
    } catch (GatewayException e) {
      throw new AttemptFailedException(
          new Failure(e.code(), e.status(), e.reason(), Failure.Blame.REQUEST, null, null), 0);
    }
  }

  private static void whole(
      Attempt attempt, ResponseEncoder encoder, ResponseDecoder decoder, UpstreamResponse response)
      throws AttemptFailedException, IOException {
    ResponseFold fold = new ResponseFold();
    byte[] body = response.readAll(attempt.settings().maxAnswerBytes());
    if (StreamShape.of(body) == StreamShape.EVENTS) {
      FrameReader frames = FrameReader.of(decoder.framing());
      frames.read(body, frame -> decoder.frame(frame, fold));
      frames.finish(frame -> decoder.frame(frame, fold));
      decoder.end(fold);
    } else {
      decoder.whole(body, fold);
    }
    WholeAnswers.send(attempt, encoder, fold, response.status());
  }

  private static void stream(
      Attempt attempt, ResponseEncoder encoder, ResponseDecoder decoder, UpstreamResponse response)
      throws AttemptFailedException, IOException {
    ClientStream stream = new ClientStream(attempt, encoder.framing());
    EventRelay relay = new EventRelay(attempt, encoder, stream);
    Failure broken = null;
    try {
      pump(decoder, response, relay, stream);
    } catch (UpstreamException e) {
      broken = UpstreamFailures.of(e, attempt.target().providerId());
    }
    Failure failure = relay.failure() != null ? relay.failure() : broken;
    if (failure == null || (relay.finished() && relay.failure() == null)) {
      encoder.end(stream::add);
      stream.commit();
      stream.end();
      attempt.trace().answered(200, 0);
      return;
    }
    StreamFailures.close(attempt, stream, encoder, failure);
  }

  private static void pump(
      ResponseDecoder decoder, UpstreamResponse response, EventRelay relay, ClientStream stream)
      throws IOException {
    byte[] chunk = response.nextChunk();
    if (chunk != null && StreamShape.of(chunk) == StreamShape.JSON_OBJECT) {
      decoder.whole(Chunks.rest(chunk, response), relay);
      return;
    }
    FrameReader frames = FrameReader.of(decoder.framing());
    while (chunk != null && relay.failure() == null) {
      frames.read(chunk, frame -> decoder.frame(frame, relay));
      byte[] next = response.pollChunk();
      if (next == null) {
        stream.flush();
        next = response.nextChunk();
      }
      chunk = next;
    }
    if (relay.failure() == null) {
      frames.finish(frame -> decoder.frame(frame, relay));
      decoder.end(relay);
    }
  }

  /** Sends folded answers; shared with answers that never were an upstream's. */
  static final class WholeAnswers {

    private WholeAnswers() {}

    static void send(
        Attempt attempt, ResponseEncoder encoder, ResponseFold fold, int upstreamStatus)
        throws AttemptFailedException, IOException {
      attempt.trace().used(fold.usage());
      Failure failure = fold.failure().orElse(null);
      ChatResponse answer = fold.response();
      if (failure == null && (!fold.complete() || isEmpty(answer))) {
        failure = EventRelay.emptyAnswer(attempt);
      }
      if (failure != null) {
        throw new AttemptFailedException(failure, upstreamStatus);
      }
      byte[] body = encoder.whole(answer);
      attempt.trace().firstToken();
      attempt.trace().answered(200, body.length);
      attempt.out().whole(200, ResponseHeaders.whole(attempt, "application/json"), body);
    }

    private static boolean isEmpty(ChatResponse answer) {
      return answer.choices().stream()
          .allMatch(choice -> choice.parts().isEmpty() && EventRelay.saysNothing(choice.reason()));
    }
  }
}
