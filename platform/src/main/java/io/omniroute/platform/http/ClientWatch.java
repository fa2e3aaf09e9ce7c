package io.omniroute.platform.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import org.xnio.IoUtils;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Reads from the connection of a request that is being served, for the only news there can be: that
 * the client has closed it. Bytes of a next request are given back. Runs on the I/O thread.
 */
final class ClientWatch {

  private ClientWatch() {}

  static void arm(Exchanges.Running request) {
    AbstractServerConnection connection = request.connection();
    if (connection == null || request.over || connection.getExtraBytes() != null) {
      return;
    }
    connection
        .getChannel()
        .getSourceChannel()
        .setReadListener(channel -> look(request, connection));
    connection.getOriginalSourceConduit().resumeReads();
  }

  private static void look(Exchanges.Running request, AbstractServerConnection connection) {
    StreamSourceConduit source = connection.getOriginalSourceConduit();
    if (request.over) {
      source.suspendReads();
      return;
    }
    PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
    boolean kept = false;
    try {
      int read = source.read(buffer.getBuffer());
      if (read < 0) {
        source.suspendReads();
        request.cancellation.cancel();
        IoUtils.safeClose(connection);
      } else if (read > 0) {
        source.suspendReads();
        buffer.getBuffer().flip();
        if (connection instanceof HttpServerConnection http) {
          http.ungetRequestBytes(buffer);
          kept = true;
        }
      }
    } catch (IOException reset) {
      source.suspendReads();
      request.cancellation.cancel();
      IoUtils.safeClose(connection);
    } finally {
      if (!kept) {
        buffer.close();
      }
    }
  }
}
