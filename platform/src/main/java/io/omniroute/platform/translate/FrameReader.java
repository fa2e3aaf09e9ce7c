package io.omniroute.platform.translate;

import io.omniroute.api.translate.FrameSink;
import io.omniroute.api.translate.StreamFraming;
import io.omniroute.platform.sse.StreamFormatException;

/** Cuts the bytes of an upstream's stream into frames. Holds the state of one stream. */
public sealed interface FrameReader permits SseFrames, JsonLineFrames, JsonArrayFrames, ByteFrames {

  /**
   * Reads a chunk and shows the frames it completes.
   *
   * @throws StreamFormatException when a frame is beyond the limit
   */
  void read(byte[] chunk, FrameSink sink) throws StreamFormatException;

  /**
   * The stream is over: shows what was held back.
   *
   * @throws StreamFormatException as {@link #read}
   */
  void finish(FrameSink sink) throws StreamFormatException;

  /** A reader for a framing. */
  static FrameReader of(StreamFraming framing) {
    return switch (framing) {
      case SSE -> new SseFrames();
      case JSON_LINES -> new JsonLineFrames();
      case JSON_ARRAY -> new JsonArrayFrames();
      case BYTES -> new ByteFrames();
    };
  }
}
