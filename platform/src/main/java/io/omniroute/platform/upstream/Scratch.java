package io.omniroute.platform.upstream;

import java.nio.ByteBuffer;

/**
 * The read buffers of one I/O thread, used by that thread only and never across two events. Content
 * leaves them as exact copies, so no connection holds a buffer while it waits.
 */
final class Scratch {

  /** How much is read at once. */
  static final int SIZE = 64 * 1024;

  /** The most that one TLS record adds, with room to spare. */
  private static final int RECORD = 20 * 1024;

  /** What came off the wire, decrypted. */
  final byte[] content = new byte[SIZE + RECORD];

  final ByteBuffer contentBuffer = ByteBuffer.wrap(content);

  /** Records still to decrypt. */
  final ByteBuffer records = ByteBuffer.allocate(SIZE);

  /** Records to send that the engine makes while it decrypts. */
  final ByteBuffer replies = ByteBuffer.allocate(RECORD);
}
