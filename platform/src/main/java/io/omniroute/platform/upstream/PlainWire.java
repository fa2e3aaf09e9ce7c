package io.omniroute.platform.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.StreamConnection;

/** A socket without TLS. */
final class PlainWire extends Wire {

  PlainWire(StreamConnection socket) {
    super(socket);
  }

  @Override
  int read(Scratch scratch) throws IOException {
    scratch.contentBuffer.clear().limit(Scratch.SIZE);
    return readSocket(scratch.contentBuffer);
  }

  @Override
  boolean write(ByteBuffer bytes) throws IOException {
    return writeSocket(bytes);
  }

  @Override
  boolean endedProperly() {
    return true;
  }

  @Override
  void beforeClose() {
    // TCP does it.
  }
}
