package io.omniroute.platform.pipeline;

import io.omniroute.platform.upstream.UpstreamException;
import io.omniroute.platform.upstream.UpstreamResponse;
import java.io.ByteArrayOutputStream;

/** Reads bodies of which a first piece was read already. */
final class Chunks {

  private static final int LARGEST = 128 * 1024 * 1024;

  private Chunks() {}

  /** The first piece and all that follows. */
  static byte[] rest(byte[] first, UpstreamResponse response) throws UpstreamException {
    byte[] more = response.readAll(LARGEST);
    ByteArrayOutputStream all = new ByteArrayOutputStream(first.length + more.length);
    all.writeBytes(first);
    all.writeBytes(more);
    return all.toByteArray();
  }
}
