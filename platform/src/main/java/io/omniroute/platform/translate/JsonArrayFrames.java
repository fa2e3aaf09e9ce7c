package io.omniroute.platform.translate;

import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.FrameSink;
import io.omniroute.platform.sse.SseReader;
import io.omniroute.platform.sse.StreamFormatException;
import java.io.ByteArrayOutputStream;

/** Frames of one JSON array that grows: each element is shown as soon as it is complete. */
final class JsonArrayFrames implements FrameReader {

  private final ByteArrayOutputStream element = new ByteArrayOutputStream();
  private int depth;
  private boolean inText;
  private boolean escaped;

  @Override
  public void read(byte[] chunk, FrameSink sink) throws StreamFormatException {
    for (byte b : chunk) {
      take(b, sink);
    }
  }

  @Override
  public void finish(FrameSink sink) {
    show(sink);
  }

  private void take(byte b, FrameSink sink) throws StreamFormatException {
    if (inText) {
      keep(b);
      inText = escaped || b != '"';
      escaped = !escaped && b == '\\';
      return;
    }
    switch (b) {
      case '"' -> {
        inText = true;
        keep(b);
      }
      case '[', '{' -> {
        if (depth++ > 0) {
          keep(b);
        }
      }
      case ']', '}' -> {
        if (--depth > 0) {
          keep(b);
        } else {
          show(sink);
        }
      }
      case ',' -> {
        if (depth > 1) {
          keep(b);
        } else {
          show(sink);
        }
      }
      default -> keep(b);
    }
  }

  private void keep(byte b) throws StreamFormatException {
    if (element.size() >= SseReader.DEFAULT_LIMIT) {
      throw new StreamFormatException("an element of the stream is too large");
    }
    element.write(b);
  }

  private void show(FrameSink sink) {
    byte[] bytes = element.toByteArray();
    element.reset();
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        sink.accept(Frame.of(bytes));
        return;
      }
    }
  }
}
