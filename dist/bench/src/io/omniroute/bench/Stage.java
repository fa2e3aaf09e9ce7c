package io.omniroute.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Everything a measurement needs around the gateway: upstream, TLS terminator, nginx, temp files.
 */
final class Stage implements AutoCloseable {

  /** Path of chat completions at the upstream and at the gateway. */
  static final String CHAT_PATH = "/v1/chat/completions";

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String KEY = "sk-bench";
  private static final String MODEL = "gpt";

  private final Deque<Spawned> processes = new ArrayDeque<>();
  private final Path directory;
  private final boolean keep;
  private Nginx.Ports ports;
  private Spawned proxy;

  private Stage(Path directory, boolean keep) {
    this.directory = directory;
    this.keep = keep;
  }

  /** Starts all; {@code keep} leaves the directory with configurations and logs behind. */
  static Stage open(boolean keep) throws IOException, InterruptedException {
    Stage stage = new Stage(Files.createTempDirectory("omniroute-bench"), keep);
    Runtime.getRuntime().addShutdownHook(new Thread(stage::stop, "stop stage"));
    try {
      stage.start();
      return stage;
    } catch (IOException | RuntimeException failure) {
      stage.close();
      throw failure;
    }
  }

  /** Temporary directory of this measurement. */
  Path directory() {
    return directory;
  }

  /** The yardstick's processes. */
  ProcessTree nginx() {
    return proxy.tree();
  }

  /** Straight to the upstream; in TLS rounds through the terminator's plain port. */
  Endpoint direct(Scenario scenario) {
    return endpoint(scenario.tls() ? ports.terminatorPlain() : ports.upstream(), CHAT_PATH);
  }

  Endpoint throughNginx(Scenario scenario) {
    String prefix = scenario.workload().kind().streams() ? Nginx.STREAM_PREFIX : "";
    return endpoint(scenario.tls() ? ports.proxyTls() : ports.proxy(), prefix + CHAT_PATH);
  }

  String upstreamUrl() {
    return "http://127.0.0.1:" + ports.upstream() + "/v1";
  }

  String upstreamTlsUrl() {
    return "https://127.0.0.1:" + ports.terminatorTls() + "/v1";
  }

  /** What the gateway's start command and its set-up script find in their environment. */
  Map<String, String> environment() {
    return Map.of(
        "BENCH_DIR", directory.toString(),
        "BENCH_UPSTREAM_URL", upstreamUrl(),
        "BENCH_UPSTREAM_TLS_URL", upstreamTlsUrl(),
        "BENCH_CA_PEM", directory.resolve("cert.pem").toString(),
        "BENCH_TRUST_STORE", directory.resolve("trust.p12").toString(),
        "BENCH_TRUST_STORE_PASSWORD", Certificate.PASSWORD);
  }

  @Override
  public void close() {
    stop();
    if (keep) {
      System.err.println("kept: " + directory);
    }
  }

  /** Stops what was started; also called when the JVM is told to end, hence synchronized. */
  private synchronized void stop() {
    while (!processes.isEmpty()) {
      processes.pop().close();
    }
    if (keep || !Files.exists(directory)) {
      return;
    }
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      System.err.println("cannot remove " + directory + ": " + failure.getMessage());
    }
  }

  private void start() throws IOException, InterruptedException {
    Certificate.create(directory);
    Spawned upstream =
        Spawned.harness("upstream", List.of("upstream", "--port", "0", "--until-stdin-closes"));
    processes.push(upstream);
    String line = upstream.output().readLine();
    if (line == null || !line.startsWith("listening ")) {
      throw new IOException("the upstream did not start");
    }
    ports = Nginx.Ports.choose(Integer.parseInt(line.substring("listening ".length())));
    Spawned terminator = Nginx.startTerminator(directory, ports);
    processes.push(terminator);
    proxy = Nginx.startProxy(directory, ports);
    processes.push(proxy);
    Probe.untilAnswered(endpoint(ports.terminatorPlain(), CHAT_PATH), terminator, PATIENCE);
    Probe.untilAnswered(endpoint(ports.proxy(), CHAT_PATH), proxy, PATIENCE);
    Probe.untilAnswered(endpoint(ports.proxyTls(), CHAT_PATH), proxy, PATIENCE);
  }

  private static Endpoint endpoint(int port, String path) {
    return new Endpoint(URI.create("http://127.0.0.1:" + port + path), KEY, MODEL);
  }
}
