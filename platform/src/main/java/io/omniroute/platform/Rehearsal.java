package io.omniroute.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Starts the gateway as a user would, lets it answer a few requests and stops it, so that the JVM
 * can record which classes a start needs. Started by {@code bin/omniroute --train}.
 */
final class Rehearsal {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ROUNDS = 5;

  private final URI gateway;
  private final HttpClient client = HttpClient.newHttpClient();

  private Rehearsal(int port) {
    this.gateway = URI.create("http://127.0.0.1:" + port);
  }

  /**
   * Rehearses once and ends the JVM.
   *
   * @param args the folder for the data of this one start
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int port = freePort();
    String[] options = {"--no-open", "--port", Integer.toString(port), "--data-dir", args[0]};
    Thread.ofPlatform().daemon().name("main").start(() -> Main.main(options));
    awaitPort(port);
    new Rehearsal(port).playAll();
    System.exit(0);
  }

  private void playAll() throws IOException, InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      for (String path : List.of("/", "/v1/models", "/api/monitoring/health", "/api/providers")) {
        play(HttpRequest.newBuilder(gateway.resolve(path)).GET());
      }
      for (boolean stream : List.of(false, true)) {
        play(
            HttpRequest.newBuilder(gateway.resolve("/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question(stream))));
      }
    }
  }

  /** Which answer comes does not matter here: a refusal is a rehearsal, too. */
  private void play(HttpRequest.Builder request) throws IOException, InterruptedException {
    client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding());
  }

  private static String question(boolean stream) {
    return """
    {"model":"demo/echo","stream":%s,"messages":[{"role":"user","content":"Hello"}]}\
    """
        .formatted(stream);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!listens(port)) {
      if (Instant.now().isAfter(deadline)) {
        throw new IOException("The gateway did not listen within " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
