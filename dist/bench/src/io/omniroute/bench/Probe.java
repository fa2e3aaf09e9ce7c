package io.omniroute.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;

/** Single chat requests on a blocking socket, for waiting until something answers. */
final class Probe {

  private static final int CONNECT_MILLIS = 1000;
  private static final int READ_MILLIS = 10_000;
  private static final long PAUSE_MILLIS = 2;

  private Probe() {}

  /**
   * Asks once.
   *
   * @return what went wrong, empty after a whole answer with status 200
   */
  static String ask(Endpoint endpoint) {
    JsonAnswer answer = new JsonAnswer();
    HttpReader reader = new HttpReader(HttpReader.Kind.RESPONSE, answer);
    ByteBuffer request = ChatRequest.bytes(endpoint, Workload.closed(AnswerKind.JSON, 1, 0));
    byte[] bytes = new byte[request.remaining()];
    request.get(bytes);
    try (Socket socket = new Socket()) {
      socket.connect(endpoint.address(), CONNECT_MILLIS);
      socket.setSoTimeout(READ_MILLIS);
      socket.getOutputStream().write(bytes);
      read(socket.getInputStream(), reader);
      if (!reader.complete()) {
        return reader.broken() ? reader.problem() : "connection closed in mid-answer";
      }
      return reader.status() == 200 ? answer.problem() : "status " + reader.status();
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  /**
   * Asks until an answer with status 200 comes.
   *
   * @return {@link System#nanoTime} at which it had come whole
   */
  static long untilAnswered(Endpoint endpoint, Spawned process, Duration limit)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    String problem = "";
    while (System.nanoTime() < end && process.alive()) {
      problem = ask(endpoint);
      if (problem.isEmpty()) {
        return System.nanoTime();
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new IOException("no answer from " + endpoint.url() + ": " + problem);
  }

  /** Waits until the endpoint's port accepts connections. */
  static void untilListening(Endpoint endpoint, Spawned process, Duration limit)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end && process.alive()) {
      try (Socket socket = new Socket()) {
        socket.connect(endpoint.address(), CONNECT_MILLIS);
        return;
      } catch (IOException notYet) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    throw new IOException("nothing listens at " + endpoint.url());
  }

  private static void read(InputStream in, HttpReader reader) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    int count = 0;
    while (count >= 0 && !reader.complete() && !reader.broken()) {
      count = in.read(buffer);
      if (count > 0) {
        reader.feed(buffer, 0, count);
      }
    }
  }
}
