package io.omniroute.platform.management;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's server that says what the test wants. One answer a connection. */
public final class ScriptedServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();

  /** Listens on a free port of this machine. */
  public ScriptedServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens. */
  public String baseUrl() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** What to answer at a path; null for closing without an answer. */
  public ScriptedServer answer(String path, int status, String body) {
    replies.put(path, new Reply(status, body));
    return this;
  }

  /** What was asked so far. */
  public List<Heard> heard() {
    return heard;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
      String line = in.readLine();
      if (line == null) {
        return;
      }
      String[] start = line.split(" ");
      Map<String, String> headers = new ConcurrentHashMap<>();
      for (String field = in.readLine(); field != null && !field.isEmpty(); field = in.readLine()) {
        int colon = field.indexOf(':');
        headers.put(
            field.substring(0, colon).toLowerCase(Locale.ROOT), field.substring(colon + 1).strip());
      }
      char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
      for (int read = 0; read < body.length; ) {
        read += in.read(body, read, body.length - read);
      }
      heard.add(new Heard(start[0], start[1], headers, new String(body)));
      reply(client, replies.getOrDefault(start[1].split("\\?")[0], new Reply(404, "{}")));
    } catch (IOException gone) {
      // The client did not wait.
    }
  }

  private static void reply(Socket client, Reply reply) throws IOException {
    byte[] body = reply.body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 "
            + reply.status
            + " Scripted\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    client.getOutputStream().write(head.getBytes(ISO_8859_1));
    client.getOutputStream().write(body);
    client.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One request. */
  public record Heard(String method, String target, Map<String, String> headers, String body) {}

  private record Reply(int status, String body) {}
}
