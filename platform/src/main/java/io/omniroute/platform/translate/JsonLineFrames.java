package io.omniroute.platform.translate;

import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.FrameSink;
import io.omniroute.platform.sse.JsonLinesReader;
import io.omniroute.platform.sse.SseReader;
import io.omniroute.platform.sse.StreamFormatException;

/** Frames of one JSON text a line. */
final class JsonLineFrames implements FrameReader {

  private final JsonLinesReader reader = new JsonLinesReader(SseReader.DEFAULT_LIMIT);

  @Override
  public void read(byte[] chunk, FrameSink sink) throws StreamFormatException {
    reader.read(chunk, line -> sink.accept(Frame.of(line.data())));
  }

  @Override
  public void finish(FrameSink sink) throws StreamFormatException {
    reader.finish(line -> sink.accept(Frame.of(line.data())));
  }
}
