package io.omniroute.platform.upstream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Lays a request out as it goes over the wire. */
final class RequestWriter {

  /** Up to this size head and body go out as one write. */
  private static final int JOIN_LIMIT = 32 * 1024;

  private static final byte[] IDENTITY =
      "accept-encoding: identity\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
  private static final int SLACK = 32;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final byte[] out;
  private int position;

  private RequestWriter(int capacity) {
    this.out = new byte[capacity];
  }

  /** The request as one buffer, or as two if the body is large; the body is not copied then. */
  static ByteBuffer[] write(UpstreamCall call) {
    byte[] body = call.body();
    boolean join = body.length <= JOIN_LIMIT;
    byte[] line = call.target().requestLineEnd();
    Headers headers = call.headers();
    RequestWriter writer =
        new RequestWriter(
            call.method().length()
                + line.length
                + headers.wireSize()
                + IDENTITY.length
                + LENGTH.length
                + SLACK
                + (join ? body.length : 0));
    writer.put(call.method());
    writer.out[writer.position++] = ' ';
    writer.put(line);
    writer.position = headers.writeTo(writer.out, writer.position);
    if (!headers.contains("accept-encoding")) {
      writer.put(IDENTITY);
    }
    if (body.length > 0 || WITH_BODY.contains(call.method())) {
      writer.put(LENGTH);
      writer.put(Integer.toString(body.length));
      writer.put("\r\n");
    }
    writer.put("\r\n");
    if (!join) {
      return new ByteBuffer[] {writer.buffer(), ByteBuffer.wrap(body)};
    }
    writer.put(body);
    return new ByteBuffer[] {writer.buffer()};
  }

  private ByteBuffer buffer() {
    return ByteBuffer.wrap(out, 0, position);
  }

  private void put(byte[] bytes) {
    System.arraycopy(bytes, 0, out, position, bytes.length);
    position += bytes.length;
  }

  private void put(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      out[position++] = (byte) ascii.charAt(i);
    }
  }
}
