package io.omniroute.platform.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A streamed body as a stream: what was written goes out at a flush or when enough is there. */
final class ResponseOutput extends OutputStream {

  private static final int ENOUGH = 16 * 1024;

  private final BlockingChannel channel;
  private byte[] held = new byte[1024];
  private int length;

  ResponseOutput(BlockingChannel channel) {
    this.channel = channel;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (length + count > ENOUGH) {
      flush();
      if (count > ENOUGH) {
        channel.write(ByteBuffer.wrap(bytes, offset, count));
        return;
      }
    }
    if (length + count > held.length) {
      held = Arrays.copyOf(held, Math.max(held.length * 2, length + count));
    }
    System.arraycopy(bytes, offset, held, length, count);
    length += count;
  }

  @Override
  public void flush() throws IOException {
    if (length > 0) {
      channel.write(ByteBuffer.wrap(held, 0, length));
      length = 0;
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
