package io.omniroute.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * Gives the same bytes for every request, right or wrong; the self-test's counterpart of Upstream.
 */
final class ScriptedServer implements AutoCloseable {

  /**
   * What is done for each request.
   *
   * @param answer bytes that are written
   * @param pieceBytes size of one write
   * @param closes whether the connection is closed afterwards
   */
  record Script(String answer, int pieceBytes, boolean closes) {}

  private final ServerSocket server;
  private final Script script;

  ScriptedServer(Script script) throws IOException {
    this.script = script;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::acceptAll);
  }

  Endpoint endpoint() {
    URI url = URI.create("http://127.0.0.1:" + server.getLocalPort() + Stage.CHAT_PATH);
    return new Endpoint(url, "sk-test", "gpt");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[16 * 1024];
      HttpReader reader = new HttpReader(HttpReader.Kind.REQUEST, (bytes, from, to) -> {});
      int count = in.read(buffer);
      while (count > 0) {
        reader.feed(buffer, 0, count);
        if (reader.complete()) {
          reader.reset();
          answer(socket.getOutputStream());
          if (script.closes()) {
            return;
          }
        }
        count = in.read(buffer);
      }
    } catch (IOException gone) {
      // The load generator hangs up on wrong answers; that is what is tested.
    }
  }

  private void answer(OutputStream out) throws IOException {
    byte[] bytes = Bytes.of(script.answer());
    for (int at = 0; at < bytes.length; at += script.pieceBytes()) {
      out.write(bytes, at, Math.min(script.pieceBytes(), bytes.length - at));
    }
  }
}
