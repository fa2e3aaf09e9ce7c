package io.omniroute.api.translate;

import io.omniroute.api.chat.ChatEventSink;

/**
 * Reads one answer of an upstream. Holds the state of that answer; not thread-safe.
 *
 * <p>A streamed answer is {@link #frame} for every frame, then {@link #end}; a whole answer is one
 * call of {@link #whole}. An upstream may answer either way whatever it was asked; the host calls
 * what fits. Faults of the upstream become {@code Failed} events, never exceptions; one frame that
 * makes no sense is passed over.
 */
public interface ResponseDecoder {

  /** How the upstream frames a stream. */
  StreamFraming framing();

  /** Reads one frame. */
  void frame(Frame frame, ChatEventSink sink);

  /**
   * The stream is over. Emits what was held back; a stream that was cut off before its end becomes
   * a {@code Failed} event.
   */
  void end(ChatEventSink sink);

  /** Reads a whole answer. */
  void whole(byte[] body, ChatEventSink sink);
}
