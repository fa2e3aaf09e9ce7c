package io.omniroute.platform.translate;

import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.ResponseFraming;
import io.omniroute.platform.sse.SseWriter;
import java.nio.charset.StandardCharsets;

/** Turns frames into the bytes of a stream. Holds the state of one stream. */
public final class FrameWriter {

  private static final byte[] EMPTY = new byte[0];

  private final ResponseFraming.Style style;
  private boolean first = true;

  /** A writer for a framing. */
  public FrameWriter(ResponseFraming framing) {
    style = framing.style();
  }

  /** The bytes of one frame; none for a comment in a framing that has no comments. */
  public byte[] write(Frame frame) {
    return switch (style) {
      case SSE -> event(SseWriter.LF, frame);
      case SSE_CRLF -> event(SseWriter.CRLF, frame);
      case JSON_LINES -> frame.comment() ? EMPTY : join(frame.data(), "\n");
      case JSON_ARRAY -> frame.comment() ? EMPTY : element(frame.data());
      case BYTES -> frame.data();
    };
  }

  /** The bytes that close the stream. */
  public byte[] end() {
    if (style != ResponseFraming.Style.JSON_ARRAY) {
      return EMPTY;
    }
    return (first ? "[]" : "]").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] event(SseWriter writer, Frame frame) {
    return frame.comment()
        ? writer.comment(frame.text())
        : writer.event(frame.event(), frame.data());
  }

  private byte[] element(byte[] data) {
    byte[] joined = new byte[data.length + 1];
    joined[0] = (byte) (first ? '[' : ',');
    System.arraycopy(data, 0, joined, 1, data.length);
    first = false;
    return joined;
  }

  private static byte[] join(byte[] data, String end) {
    byte[] joined = new byte[data.length + end.length()];
    System.arraycopy(data, 0, joined, 0, data.length);
    System.arraycopy(end.getBytes(StandardCharsets.US_ASCII), 0, joined, data.length, end.length());
    return joined;
  }
}
