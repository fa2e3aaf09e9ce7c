package io.omniroute.platform.pipeline;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.Passthrough;
import io.omniroute.api.translate.PassthroughTap;
import io.omniroute.api.translate.ResponseEncoder;
import io.omniroute.api.translate.Signal;
import io.omniroute.api.translate.StreamFraming;
import io.omniroute.platform.pipeline.UpstreamLink.HttpRoute;
import io.omniroute.platform.sse.StreamShape;
import io.omniroute.platform.translate.FrameReader;
import io.omniroute.platform.upstream.UpstreamException;
import io.omniroute.platform.upstream.UpstreamResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Forwards one stream and observes its frames. Where the gateway asked for something that the
 * client did not (usage), frames are written anew without it; else the very bytes go out.
 */
final class PassthroughStream {

  private final Attempt attempt;
  private final HttpRoute route;
  private final PassthroughTap tap;
  private final boolean reframe;
  private final ResponseEncoder encoder;
  private final ClientStream stream;
  private final FrameReader frames;
  private @Nullable Failure failure;

  PassthroughStream(Attempt attempt, HttpRoute route, Passthrough plan) {
    this.attempt = attempt;
    this.route = route;
    this.tap = plan.tap();
    this.reframe = !plan.edits().isEmpty();
    this.encoder = attempt.call().format().encoder(DecodedRequests.context(attempt, null));
    this.stream = new ClientStream(attempt, encoder.framing());
    this.frames = FrameReader.of(StreamFraming.SSE);
  }

  /** Forwards the stream to its end, or fails before anything went out. */
  void relay(UpstreamResponse response) throws AttemptFailedException, IOException {
    try {
      byte[] first = response.nextChunk();
      StreamShape shape = first == null ? StreamShape.UNDECIDED : StreamShape.of(first);
      if (shape == StreamShape.MARKUP) {
        throw new AttemptFailedException(PassthroughLane.notAnAnswer(attempt), response.status());
      }
      if (first != null && shape == StreamShape.JSON_OBJECT) {
        unfold(Chunks.rest(first, response));
        return;
      }
      pump(first, response);
    } catch (UpstreamException e) {
      if (!tap.ended()) {
        failure = UpstreamFailures.of(e, attempt.target().providerId());
      }
    }
    finish();
  }

  private void pump(byte @Nullable [] first, UpstreamResponse response) throws IOException {
    byte[] chunk = first;
    while (chunk != null && !failedBeforeCommit()) {
      if (!reframe) {
        stream.add(chunk);
      }
      frames.read(chunk, this::observe);
      byte[] next = response.pollChunk();
      if (next == null) {
        stream.flush();
        next = response.nextChunk();
      }
      chunk = next;
    }
    if (chunk == null) {
      frames.finish(this::observe);
    }
  }

  private void observe(Frame frame) {
    Signal signal = frame.comment() ? Signal.META : tap.frame(frame);
    attempt.trace().used(signal.usage());
    if (reframe && signal.kind() != Signal.Kind.HIDDEN) {
      stream.add(frame);
    }
    switch (signal.kind()) {
      case CONTENT, END -> stream.commit();
      case ERROR -> failure = signal.failure();
      case META, HIDDEN -> {
        if (stream.full()) {
          stream.commit();
        }
      }
    }
  }

  private boolean failedBeforeCommit() {
    return failure != null && !stream.committed();
  }

  private void finish() throws AttemptFailedException, IOException {
    boolean erredInBand = failure != null && tap.ended();
    if (failure == null && !tap.ended()) {
      failure =
          Failure.of(
              ErrorCode.UPSTREAM_ERROR,
              "Provider '"
                  + attempt.target().providerId()
                  + "' closed the stream before its answer was complete",
              Blame.PROVIDER);
    }
    if (failure != null && !(erredInBand && stream.committed())) {
      StreamFailures.close(attempt, stream, encoder, failure);
      return;
    }
    attempt.trace().answered(200, 0);
    if (failure != null) {
      attempt.trace().failed(failure.status(), failure.message());
    }
    stream.end();
  }

  /** Some upstreams answer with one whole body although a stream was asked for. */
  private void unfold(byte[] body) throws AttemptFailedException, IOException {
    ChatRequest request = DecodedRequests.of(attempt);
    ResponseEncoder writer =
        attempt.call().format().encoder(DecodedRequests.context(attempt, request));
    ClientStream out = new ClientStream(attempt, writer.framing());
    EventRelay relay = new EventRelay(attempt, writer, out);
    PassthroughLane.decoder(attempt, route, request).whole(body, relay);
    Failure fault = relay.failure();
    if (fault == null && !relay.finished()) {
      fault = PassthroughLane.notAnAnswer(attempt);
    }
    if (fault != null) {
      StreamFailures.close(attempt, out, writer, fault);
      return;
    }
    writer.end(out::add);
    out.commit();
    out.end();
    attempt.trace().answered(200, 0);
  }
}
