package io.omniroute.platform.pipeline;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.translate.ResponseEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What becomes of a stream whose upstream failed. */
final class StreamFailures {

  private static final byte[] LINE_ENDS = "\n\n".getBytes(StandardCharsets.US_ASCII);

  private StreamFailures() {}

  /**
   * Before the commit another target may serve; after it the client gets the error in its own
   * format, so that a cut answer never looks complete.
   */
  static void close(Attempt attempt, ClientStream stream, ResponseEncoder encoder, Failure failure)
      throws AttemptFailedException, IOException {
    if (!stream.committed()) {
      throw new AttemptFailedException(failure, 200);
    }
    if (failure.code() == ErrorCode.CLIENT_CLOSED) {
      throw new IOException("the client has gone");
    }
    stream.flush();
    if (stream.lineOpen()) {
      stream.add(LINE_ENDS);
    }
    encoder.fail(failure, stream::add);
    attempt.trace().failed(failure.status(), failure.message());
    stream.end();
  }
}
