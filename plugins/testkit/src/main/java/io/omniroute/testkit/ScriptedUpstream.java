package io.omniroute.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An HTTP/1.1 server on the loopback that answers by a script, down to single bytes and cut
 * connections. Each connection has a virtual thread; connections are kept alive.
 *
 * <p>Replies that were queued are given first, in their order; then the script answers.
 * Thread-safe.
 */
public final class ScriptedUpstream implements AutoCloseable {
  private final ServerSocket server;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<ScriptedReply> replies = new LinkedBlockingQueue<>();
  private final BlockingQueue<ScriptedRequest> requests = new LinkedBlockingQueue<>();
  private final AtomicInteger disconnected = new AtomicInteger();
  private volatile Function<ScriptedRequest, ScriptedReply> script =
      request -> ScriptedReply.json(404, "{\"error\":{\"message\":\"no reply is scripted\"}}");

  private ScriptedUpstream(ServerSocket server) {
    this.server = server;
  }

  /** Starts a server on a free port. */
  public static ScriptedUpstream start() {
    try {
      ServerSocket socket = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
      ScriptedUpstream upstream = new ScriptedUpstream(socket);
      Thread.ofVirtual().name("scripted-upstream").start(upstream::accept);
      return upstream;
    } catch (IOException e) {
      throw new UncheckedIOException("no port is free", e);
    }
  }

  /** The server's address, without a slash at the end. */
  public String baseUrl() {
    return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  /** Adds a reply for the next request that has none yet. */
  public ScriptedUpstream enqueue(ScriptedReply reply) {
    replies.add(reply);
    return this;
  }

  /** Sets what answers when no reply is queued. */
  public ScriptedUpstream answering(Function<ScriptedRequest, ScriptedReply> answers) {
    script = answers;
    return this;
  }

  /**
   * The next request, in the order of arrival.
   *
   * @throws AssertionError when none came in time
   */
  public ScriptedRequest takeRequest(Duration patience) throws InterruptedException {
    ScriptedRequest request = requests.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (request == null) {
      throw new AssertionError("no request came within " + patience);
    }
    return request;
  }

  /** How many requests came that nobody took. */
  public int requestsLeft() {
    return requests.size();
  }

  /** How often a client went away before its reply was complete. */
  public int disconnects() {
    return disconnected.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        Thread.ofVirtual().name("scripted-connection").start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      ScriptedWire wire = new ScriptedWire(connection);
      for (ScriptedRequest request = wire.read(); request != null; request = wire.read()) {
        requests.add(request);
        ScriptedReply queued = replies.poll();
        ScriptedReply reply = queued == null ? script.apply(request) : queued;
        if (!answer(wire, reply)) {
          return;
        }
      }
    } catch (IOException gone) {
      // A client that closes an idle connection is no news.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connections.remove(connection);
    }
  }

  private boolean answer(ScriptedWire wire, ScriptedReply reply)
      throws InterruptedException, IOException {
    try {
      return wire.write(reply);
    } catch (IOException gone) {
      disconnected.incrementAndGet();
      throw gone;
    }
  }

  /** Stops and cuts all connections. */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close", e);
    }
  }
}
