package io.omniroute.dist.product;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An upstream on a raw socket, for what no HTTP server would do: cut, hang, watch for the end. */
final class RawUpstream implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Script script;
  private final CopyOnWriteArrayList<String> heads = new CopyOnWriteArrayList<>();
  private final CountDownLatch clientGone = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);

  /** What happens on a connection once a request was read; then it is closed. */
  @FunctionalInterface
  interface Script {
    void play(Peer peer) throws IOException, InterruptedException;
  }

  RawUpstream(Script script) throws IOException {
    this.script = script;
    Thread.ofVirtual().start(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  /** The heads of the requests so far. */
  java.util.List<String> heads() {
    return heads;
  }

  boolean clientGoneWithin(long seconds) throws InterruptedException {
    return clientGone.await(seconds, TimeUnit.SECONDS);
  }

  boolean askedWithin(long seconds) throws InterruptedException {
    return asked.await(seconds, TimeUnit.SECONDS);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Peer peer = new Peer(socket);
      heads.add(peer.readRequest());
      asked.countDown();
      script.play(peer);
    } catch (IOException broken) {
      clientGone.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** The upstream's end of a connection. */
  final class Peer {
    private final Socket socket;
    private final InputStream in;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }

    /** The head of a stream that ends with the connection. */
    void beginStream() throws IOException {
      head("HTTP/1.1 200 OK", "Content-Type: text/event-stream", "Transfer-Encoding: chunked");
    }

    private void head(String... lines) throws IOException {
      send(String.join("\r\n", lines) + "\r\n\r\n");
    }

    void chunk(String text) throws IOException {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      send(Integer.toHexString(length) + "\r\n" + text + "\r\n");
    }

    void endStream() throws IOException {
      send("0\r\n\r\n");
    }

    void json(int status, String body) throws IOException {
      int length = body.getBytes(StandardCharsets.UTF_8).length;
      send(
          "HTTP/1.1 "
              + status
              + " X\r\nContent-Type: application/json\r\nContent-Length: "
              + length
              + "\r\n\r\n"
              + body);
    }

    /** Blocks until the other side has closed the connection. */
    void awaitEnd() throws IOException {
      while (in.read() >= 0) {
        // what comes after the request means nothing here
      }
      clientGone.countDown();
    }

    /** Closes with a reset. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
    }

    private String readRequest() throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int b = in.read();
        if (b < 0) {
          throw new IOException("closed within the head");
        }
        head.write(b);
      }
      String text = head.toString(StandardCharsets.ISO_8859_1);
      int length =
          text.toLowerCase(Locale.ROOT)
              .lines()
              .filter(line -> line.startsWith("content-length:"))
              .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
              .findFirst()
              .orElse(0);
      in.readNBytes(length);
      return text;
    }
  }
}
