package io.omniroute.api.translate;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatResponse;

/**
 * Writes one answer to a client. Holds the state of that answer; not thread-safe.
 *
 * <p>A streamed answer is {@link #write} for every event, then {@link #end}, or {@link #fail} in
 * place of the rest. A whole answer is one call of {@link #whole}.
 */
public interface ResponseEncoder {

  /** How a streamed answer is framed. */
  ResponseFraming framing();

  /** Writes one event. Failures do not come here. */
  void write(ChatEvent event, FrameSink out);

  /** Writes what closes an answer that is complete. */
  void end(FrameSink out);

  /**
   * Writes an error in the middle of a stream, in the client's own form, and what closes the
   * stream. May be called on a fresh encoder where the stream so far was forwarded unread.
   */
  void fail(Failure failure, FrameSink out);

  /** Writes a whole answer as one JSON body. */
  byte[] whole(ChatResponse response);

  /** A sign of life for a client that waits; by default an SSE comment. */
  default Frame keepAlive() {
    return Frame.comment("keepalive");
  }
}
