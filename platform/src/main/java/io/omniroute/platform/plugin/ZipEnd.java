package io.omniroute.platform.plugin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tells a whole zip file from one that is still being copied. */
final class ZipEnd {

  private static final int SIGNATURE = 0x06054b50;
  private static final int LENGTH = 22;
  private static final int MAX_COMMENT = 0xffff;
  private static final int COMMENT_LENGTH_AT = 20;
  private static final int DIRECTORY_SIZE_AT = 12;
  private static final int DIRECTORY_OFFSET_AT = 16;

  private ZipEnd() {}

  /** Whether the bytes end with the end record of a zip file whose directory lies before it. */
  static boolean isPresent(byte[] bytes) {
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int last = bytes.length - LENGTH;
    for (int at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
      if (zip.getInt(at) == SIGNATURE
          && Short.toUnsignedInt(zip.getShort(at + COMMENT_LENGTH_AT)) == last - at) {
        long size = Integer.toUnsignedLong(zip.getInt(at + DIRECTORY_SIZE_AT));
        long offset = Integer.toUnsignedLong(zip.getInt(at + DIRECTORY_OFFSET_AT));
        return size + offset <= at;
      }
    }
    return false;
  }
}
