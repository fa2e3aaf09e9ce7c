package io.omniroute.platform.pipeline;

import io.omniroute.api.Failure;
import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.ResponseFold;
import io.omniroute.api.provider.LocalProvider;
import io.omniroute.api.translate.ResponseEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The lane for a provider that answers inside the gateway. */
final class LocalLane {

  private LocalLane() {}

  static void serve(Attempt attempt, LocalProvider provider)
      throws AttemptFailedException, IOException {
    ChatRequest request =
        DecodedRequests.of(attempt).toBuilder().model(attempt.target().model().id()).build();
    ResponseEncoder encoder =
        attempt.call().format().encoder(DecodedRequests.context(attempt, request));
    try {
      if (attempt.head().stream()) {
        stream(attempt, encoder, provider, request);
      } else {
        ResponseFold fold = new ResponseFold();
        provider.answer(request, attempt.target().account(), fold);
        TranslationLane.WholeAnswers.send(attempt, encoder, fold, 0);
      }
    } catch (InterruptedException e) {
      throw new IOException("the client has gone", e);
    }
  }

  private static void stream(
      Attempt attempt, ResponseEncoder encoder, LocalProvider provider, ChatRequest request)
      throws AttemptFailedException, IOException, InterruptedException {
    ClientStream stream = new ClientStream(attempt, encoder.framing());
    EventRelay relay = new EventRelay(attempt, encoder, stream);
    Failure failure = null;
    try {
      provider.answer(
          request,
          attempt.target().account(),
          event -> {
            relay.accept(event);
            flush(stream);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (GatewayException e) {
      failure =
          new Failure(
              e.code(),
              e.status(),
              e.reason(),
              Failure.Blame.PROVIDER,
              e.retryAfter().orElse(null),
              null);
    }
    if (relay.failure() != null) {
      failure = relay.failure();
    }
    if (failure == null && !relay.finished()) {
      failure = EventRelay.emptyAnswer(attempt);
    }
    if (failure != null) {
      StreamFailures.close(attempt, stream, encoder, failure);
      return;
    }
    encoder.end(stream::add);
    stream.end();
    attempt.trace().answered(200, 0);
  }

  private static void flush(ClientStream stream) {
    try {
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
