package io.omniroute.platform.pipeline;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.http.Headers;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.translate.BodyEdit;
import io.omniroute.api.translate.ConversationMemory;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.Losses;
import io.omniroute.api.translate.Passthrough;
import io.omniroute.api.translate.PassthroughTap;
import io.omniroute.api.translate.RequestHead;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.api.translate.Signal;
import io.omniroute.platform.pipeline.UpstreamLink.HttpRoute;
import io.omniroute.platform.sse.StreamShape;
import io.omniroute.platform.upstream.UpstreamException;
import io.omniroute.platform.upstream.UpstreamResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lane for a target that speaks the client's own format: bytes are forwarded, only the model
 * and the credential change; usage is read on the way.
 */
final class PassthroughLane {

  private final UpstreamLink link;

  PassthroughLane(UpstreamLink link) {
    this.link = link;
  }

  /** How to forward the request unread; empty where it must be decoded all the same. */
  static Optional<Passthrough> plan(Attempt attempt, HttpRoute route) {
    return route
        .format()
        .passthrough(
            attempt.call().request().body(), attempt.head().stream(), route.quirks(attempt));
  }

  /** Serves the request, or fails before anything went out. */
  void serve(Attempt attempt, HttpRoute route, Passthrough plan)
      throws AttemptFailedException, IOException {
    byte[] body =
        BodyEdits.apply(attempt.call().request().body(), withModel(attempt, plan.edits()));
    try (UpstreamResponse response = link.open(attempt, route, Headers.NONE, body)) {
      if (attempt.head().stream()) {
        new PassthroughStream(attempt, route, plan).relay(response);
      } else {
        whole(attempt, plan.tap(), response);
      }
    } catch (UpstreamException e) {
      throw new AttemptFailedException(UpstreamFailures.of(e, attempt.target().providerId()), 200);
    }
  }

  private static void whole(Attempt attempt, PassthroughTap tap, UpstreamResponse response)
      throws AttemptFailedException, IOException {
    byte[] body = response.readAll(attempt.settings().maxAnswerBytes());
    if (StreamShape.of(body) != StreamShape.JSON_OBJECT) {
      throw new AttemptFailedException(notAnAnswer(attempt), response.status());
    }
    Signal signal = tap.whole(body);
    if (signal.failure() != null) {
      throw new AttemptFailedException(signal.failure(), response.status());
    }
    attempt.trace().used(signal.usage());
    attempt.trace().firstToken();
    attempt.trace().answered(response.status(), body.length);
    attempt
        .out()
        .whole(response.status(), ResponseHeaders.whole(attempt, "application/json"), body);
  }

  static Failure notAnAnswer(Attempt attempt) {
    return Failure.of(
        ErrorCode.UPSTREAM_ERROR,
        "Provider '"
            + attempt.target().providerId()
            + "' answered with something that is no answer",
        Blame.PROVIDER);
  }

  /** A reader for an answer that came in another shape than was asked for. */
  static ResponseDecoder decoder(Attempt attempt, HttpRoute route, ChatRequest request) {
    EncodeContext context =
        new EncodeContext(
            attempt.target().model().id(),
            attempt.head().stream(),
            route.quirks(attempt),
            attempt.target().model().maxOutputTokens(),
            Losses.IGNORED,
            ConversationMemory.NONE);
    return route.format().encode(request, context).decoder();
  }

  private static List<BodyEdit> withModel(Attempt attempt, List<BodyEdit> edits) {
    RequestHead head = attempt.head();
    String model = attempt.target().model().id();
    if (!head.modelInBody() || model.equals(head.model())) {
      return edits;
    }
    List<BodyEdit> all = new ArrayList<>(edits);
    all.add(new BodyEdit(head.modelStart(), head.modelEnd(), new JsonString(model).toBytes()));
    return all;
  }
}
