package io.omniroute.platform.upstream;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * An upstream on a raw socket that does what a script says, byte by byte. Each connection takes the
 * next script; the last one serves all later connections. A failing script closes its connection.
 */
final class ScriptedUpstream implements AutoCloseable {

  /** What happens on one connection; the connection is closed when it returns. */
  @FunctionalInterface
  interface Script {
    void serve(Peer peer) throws Exception;
  }

  /** A request as it came. */
  record Request(String line, String head, byte[] body) {
    String header(String name) {
      for (String field : head.split("\r\n")) {
        int colon = field.indexOf(':');
        if (colon > 0 && field.substring(0, colon).equalsIgnoreCase(name)) {
          return field.substring(colon + 1).strip();
        }
      }
      return "";
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private final ServerSocket server;
  private final List<Script> scripts;
  private final AtomicInteger accepted = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final @Nullable SSLContext tls;

  private ScriptedUpstream(@Nullable SSLContext tls, Script... scripts) throws IOException {
    this.server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
    this.tls = tls;
    this.scripts = List.of(scripts);
    Thread.ofVirtual().start(this::accept);
  }

  static ScriptedUpstream of(Script... scripts) throws IOException {
    return new ScriptedUpstream(null, scripts);
  }

  static ScriptedUpstream tls(SSLContext context, Script... scripts) throws IOException {
    return new ScriptedUpstream(context, scripts);
  }

  /** A script that answers every request of a connection with the same bytes. */
  static Script answering(String response) {
    byte[] bytes = response.getBytes(StandardCharsets.ISO_8859_1);
    return peer -> {
      while (true) {
        peer.request();
        peer.send(bytes);
      }
    };
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\ncontent-length: " + body.length() + "\r\n\r\n" + body;
  }

  int port() {
    return server.getLocalPort();
  }

  UpstreamTarget target(String path) {
    return UpstreamTarget.of((tls != null ? "https" : "http") + "://localhost:" + port() + path);
  }

  /** How many connections came so far. */
  int connections() {
    return accepted.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Script script = scripts.get(Math.min(accepted.getAndIncrement(), scripts.size() - 1));
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket, script));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, Script script) {
    try (socket) {
      socket.setTcpNoDelay(true);
      try (Socket end = tls == null ? socket : secure(tls, socket)) {
        script.serve(new Peer(end, socket));
      }
    } catch (Exception e) {
      // The script met the end of its connection, or wanted to.
    } finally {
      sockets.remove(socket);
    }
  }

  private static SSLSocket secure(SSLContext tls, Socket socket) throws IOException {
    SSLSocket secure =
        (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secure.setUseClientMode(false);
    return secure;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** The upstream's end of one connection. */
  static final class Peer {
    private final Socket socket;
    private final Socket raw;
    private final InputStream in;

    Peer(Socket socket, Socket raw) throws IOException {
      this.socket = socket;
      this.raw = raw;
      this.in = socket.getInputStream();
    }

    Socket socket() {
      return socket;
    }

    /** Reads a request with its body. */
    Request request() throws IOException {
      Request head = head();
      String length = head.header("content-length");
      byte[] body = length.isEmpty() ? new byte[0] : in.readNBytes(Integer.parseInt(length));
      return new Request(head.line(), head.head(), body);
    }

    /** Reads the head of a request only. */
    Request head() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int b = in.read();
        if (b < 0) {
          throw new EOFException();
        }
        bytes.write(b);
      }
      String head = bytes.toString(StandardCharsets.ISO_8859_1);
      return new Request(head.substring(0, head.indexOf('\r')), head, new byte[0]);
    }

    Peer send(String text) throws IOException {
      return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Peer send(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    }

    /** Sends byte by byte, each in a packet of its own. */
    Peer dribble(String text) throws IOException {
      for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
        socket.getOutputStream().write(b);
        socket.getOutputStream().flush();
        Thread.onSpinWait();
      }
      return this;
    }

    /** One chunk of a chunked body. */
    Peer chunk(String text) throws IOException {
      return send(
          Integer.toHexString(text.length()).toUpperCase(Locale.ROOT) + "\r\n" + text + "\r\n");
    }

    /** Waits until the test lets it go on. */
    Peer await(CountDownLatch latch) throws InterruptedException {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("the test did not let the script go on");
      }
      return this;
    }

    /** Closes with a reset instead of an orderly end. */
    void reset() throws IOException {
      raw.setSoLinger(true, 0);
      raw.close();
    }

    /** Closes TCP without a word of TLS. */
    void cut() throws IOException {
      raw.close();
    }

    /** Blocks until the client has closed the connection. */
    void awaitClosed() throws IOException {
      try {
        while (in.read() >= 0) {
          // what still comes is not of interest
        }
      } catch (SocketException e) {
        // A reset is a close, too.
      }
    }
  }
}
