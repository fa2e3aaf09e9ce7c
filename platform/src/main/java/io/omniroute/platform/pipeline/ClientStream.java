package io.omniroute.platform.pipeline;

import io.omniroute.api.http.Headers;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.ResponseFraming;
import io.omniroute.platform.meter.RequestTrace;
import io.omniroute.platform.translate.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A stream to a client. Before the commit everything is held, bounded, so that another target may
 * still serve; from the commit on it goes out at each {@link #flush}.
 */
final class ClientStream {

  private static final int MOST_HELD = 256 * 1024;

  private final Attempt attempt;
  private final FrameWriter writer;
  private final Headers headers;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(512);
  private boolean committed;
  private int lastByte = '\n';

  ClientStream(Attempt attempt, ResponseFraming framing) {
    this.attempt = attempt;
    this.writer = new FrameWriter(framing);
    this.headers = ResponseHeaders.stream(attempt, framing.contentType());
  }

  /** Adds a frame. */
  void add(Frame frame) {
    held.writeBytes(writer.write(frame));
  }

  /** Adds bytes as they are. */
  void add(byte[] bytes) {
    held.writeBytes(bytes);
  }

  /** From here on the answer belongs to this target. */
  void commit() {
    if (!committed) {
      committed = true;
      attempt.trace().firstToken();
      attempt.out().begin(200, headers);
    }
  }

  boolean committed() {
    return committed;
  }

  /** Whether so much is held that the commit must not wait any longer. */
  boolean full() {
    return held.size() > MOST_HELD;
  }

  /** Sends what is held, if the answer is committed. */
  void flush() throws IOException {
    if (!committed || held.size() == 0) {
      return;
    }
    byte[] bytes = held.toByteArray();
    held.reset();
    lastByte = bytes[bytes.length - 1];
    RequestTrace trace = attempt.trace();
    trace.sent(bytes.length);
    attempt.out().write(bytes);
  }

  /** Whether the last bytes that went out may have left a line open. */
  boolean lineOpen() {
    return lastByte != '\n';
  }

  /** Sends what is held and ends the stream. */
  void end() throws IOException {
    held.writeBytes(writer.end());
    flush();
    attempt.out().end();
  }
}
