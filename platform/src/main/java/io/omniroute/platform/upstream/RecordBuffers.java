package io.omniroute.platform.upstream;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Buffers for TLS records on their way out: an engine wants room for the largest record even for
 * the smallest request. They are on the heap, so one that is not given back is merely collected.
 */
final class RecordBuffers {

  private final ArrayBlockingQueue<ByteBuffer> spare = new ArrayBlockingQueue<>(32);

  ByteBuffer take(int capacity) {
    ByteBuffer buffer = spare.poll();
    return buffer == null || buffer.capacity() < capacity
        ? ByteBuffer.allocate(capacity)
        : buffer.clear();
  }

  void giveBack(ByteBuffer buffer) {
    spare.offer(buffer);
  }
}
