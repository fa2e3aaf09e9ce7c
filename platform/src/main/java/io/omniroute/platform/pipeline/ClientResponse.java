package io.omniroute.platform.pipeline;

import io.omniroute.api.http.Headers;
import java.io.IOException;

/**
 * The answer to a client, as the edge offers it. Either one whole body or one stream. Used by the
 * request's virtual thread alone; blocks while the client's socket is full.
 */
public interface ClientResponse {

  /**
   * Sends a whole answer.
   *
   * @throws IOException when the client has gone
   */
  void whole(int status, Headers headers, byte[] body) throws IOException;

  /** Begins a stream; the head goes out with the first bytes. */
  void begin(int status, Headers headers);

  /**
   * Sends a piece of the stream at once.
   *
   * @throws IOException when the client has gone, or takes nothing any more
   */
  void write(byte[] bytes) throws IOException;

  /**
   * Ends the stream.
   *
   * @throws IOException when the client has gone
   */
  void end() throws IOException;

  /** Whether the head was sent or begun. */
  boolean begun();
}
