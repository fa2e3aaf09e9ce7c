package io.omniroute.platform.translate;

import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.FrameSink;
import io.omniroute.platform.sse.SseEvent;
import io.omniroute.platform.sse.SseReader;
import io.omniroute.platform.sse.StreamFormatException;

/** Frames of server-sent events. */
final class SseFrames implements FrameReader {

  private final SseReader reader = new SseReader();

  @Override
  public void read(byte[] chunk, FrameSink sink) throws StreamFormatException {
    reader.read(chunk, event -> sink.accept(frame(event)));
  }

  @Override
  public void finish(FrameSink sink) throws StreamFormatException {
    reader.finish(event -> sink.accept(frame(event)));
  }

  private static Frame frame(SseEvent event) {
    return new Frame(event.name(), event.data(), event.comment());
  }
}
