package io.omniroute.platform.translate;

import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.FrameSink;

/** Every chunk is a frame: the decoder frames the bytes itself. */
final class ByteFrames implements FrameReader {

  @Override
  public void read(byte[] chunk, FrameSink sink) {
    sink.accept(Frame.of(chunk));
  }

  @Override
  public void finish(FrameSink sink) {}
}
