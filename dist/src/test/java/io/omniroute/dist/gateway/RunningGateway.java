package io.omniroute.dist.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A gateway that listens on a port of its own on loopback. Close it to end it at once. */
public final class RunningGateway implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final GatewayProcess process;
  private final int port;

  private RunningGateway(GatewayProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts with a data folder and returns when the port answers. */
  public static RunningGateway start(Installation installation, Path dataFolder)
      throws IOException, InterruptedException {
    return start(installation, dataFolder, Map.of());
  }

  /** Starts with a data folder and more environment, and returns when the port answers. */
  public static RunningGateway start(
      Installation installation, Path dataFolder, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(installation, dataFolder, environment, List.of());
  }

  /** Starts with a data folder, more environment and more options. */
  public static RunningGateway start(
      Installation installation,
      Path dataFolder,
      Map<String, String> environment,
      List<String> options)
      throws IOException, InterruptedException {
    int port = freePort();
    List<String> all =
        Stream.concat(
                Stream.of(
                    "--no-open",
                    "--port",
                    Integer.toString(port),
                    "--data-dir",
                    dataFolder.toString()),
                options.stream())
            .toList();
    GatewayProcess process = GatewayProcess.start(installation, environment, all);
    RunningGateway gateway = new RunningGateway(process, port);
    try {
      gateway.awaitPort();
    } catch (AssertionError e) {
      gateway.close();
      throw e;
    }
    return gateway;
  }

  /** An address of the gateway. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port).resolve(path);
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** The process and what it prints. */
  public GatewayProcess process() {
    return process;
  }

  /** Asks it to stop, waits for the end and returns the exit code. */
  public int stop(Duration patience) throws InterruptedException {
    process.terminate();
    return process.awaitExit(patience);
  }

  /** Ends it as a power failure would. */
  public void kill() throws InterruptedException {
    process.kill();
    process.awaitExit(Duration.ofSeconds(10));
  }

  @Override
  public void close() {
    process.close();
  }

  private void awaitPort() throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!listens()) {
      if (process.endsWithin(GLANCE)) {
        throw new AssertionError("The gateway ended instead of starting:\n" + process.text());
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("No answer within " + START + ":\n" + process.text());
      }
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
