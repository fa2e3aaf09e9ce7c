package io.omniroute.platform.sse;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes server-sent events, each as the whole bytes to flush. Data that holds line ends becomes
 * several {@code data} lines. Immutable and thread-safe.
 */
public final class SseWriter {

  /** Ends lines with LF. */
  public static final SseWriter LF = new SseWriter("\n");

  /** Ends lines with CR LF, as some formats want. */
  public static final SseWriter CRLF = new SseWriter("\r\n");

  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NAME = "event: ".getBytes(StandardCharsets.US_ASCII);

  private final byte[] lineEnd;
  private final byte[] done;
  private final byte[] keepAlive;

  private SseWriter(String lineEnd) {
    this.lineEnd = lineEnd.getBytes(StandardCharsets.US_ASCII);
    this.done = ("data: [DONE]" + lineEnd + lineEnd).getBytes(StandardCharsets.US_ASCII);
    this.keepAlive = (": keepalive" + lineEnd + lineEnd).getBytes(StandardCharsets.US_ASCII);
  }

  /** An event without a name. */
  public byte[] event(byte[] data) {
    return event(null, data, 0, data.length);
  }

  /**
   * An event.
   *
   * @throws IllegalArgumentException if the name holds a line end
   */
  public byte[] event(@Nullable String name, byte[] data) {
    return event(name, data, 0, data.length);
  }

  /** An event whose data is a part of an array. */
  public byte[] event(@Nullable String name, byte[] array, int offset, int length) {
    byte[] nameBytes = name == null ? null : name.getBytes(StandardCharsets.UTF_8);
    int lines = 1;
    int dropped = 0;
    for (int i = offset; i < offset + length; i++) {
      if (array[i] == '\n' || array[i] == '\r') {
        lines++;
        dropped++;
        if (isCrLf(array, i, offset + length)) {
          i++;
          dropped++;
        }
      }
    }
    int nameSize = nameBytes == null ? 0 : NAME.length + nameBytes.length + lineEnd.length;
    int dataSize = length - dropped + lines * (DATA.length + lineEnd.length);
    Out out = new Out(new byte[nameSize + dataSize + lineEnd.length]);
    if (nameBytes != null) {
      refuseLineEnds(nameBytes);
      out.put(NAME).put(nameBytes).put(lineEnd);
    }
    writeData(out, array, offset, offset + length);
    return out.put(lineEnd).bytes;
  }

  /** A comment, which clients ignore. */
  public byte[] comment(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    refuseLineEnds(bytes);
    Out out = new Out(new byte[bytes.length + 2 + 2 * lineEnd.length]);
    out.bytes[0] = ':';
    out.bytes[1] = ' ';
    out.length = 2;
    return out.put(bytes).put(lineEnd).put(lineEnd).bytes;
  }

  /** The comment that keeps a silent stream alive. */
  public byte[] keepAlive() {
    return keepAlive.clone();
  }

  /** The end mark {@code data: [DONE]}. */
  public byte[] done() {
    return done.clone();
  }

  private void writeData(Out out, byte[] array, int offset, int end) {
    int from = offset;
    for (int i = offset; i < end; i++) {
      if (array[i] == '\n' || array[i] == '\r') {
        out.put(DATA).put(array, from, i).put(lineEnd);
        if (isCrLf(array, i, end)) {
          i++;
        }
        from = i + 1;
      }
    }
    out.put(DATA).put(array, from, end).put(lineEnd);
  }

  private static boolean isCrLf(byte[] array, int at, int end) {
    return array[at] == '\r' && at + 1 < end && array[at + 1] == '\n';
  }

  private static void refuseLineEnds(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n' || b == '\r') {
        throw new IllegalArgumentException("a name or comment is a single line");
      }
    }
  }

  private static final class Out {
    private final byte[] bytes;
    private int length;

    Out(byte[] bytes) {
      this.bytes = bytes;
    }

    Out put(byte[] more) {
      return put(more, 0, more.length);
    }

    Out put(byte[] more, int from, int to) {
      System.arraycopy(more, from, bytes, length, to - from);
      length += to - from;
      return this;
    }
  }
}
