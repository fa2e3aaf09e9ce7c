package io.omniroute.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The gateway under test: started by a shell command as often as needed, or already running. The
 * harness knows nothing of it but its URL, a key and a model string.
 */
final class Gateway implements AutoCloseable {

  /** The command-line options that describe a gateway. */
  static final List<String> OPTIONS =
      List.of(
          "gateway-command",
          "gateway-url",
          "gateway-key",
          "gateway-model",
          "gateway-tls-model",
          "gateway-setup",
          "gateway-pid");

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final long SETUP_SECONDS = 120;
  private static final int LOG_LINES_SHOWN = 30;

  private final Arguments arguments;
  private final Stage stage;
  private final Map<String, String> fromSetup = new HashMap<>();
  private Spawned process;

  /** Describes a gateway; nothing is started yet. */
  Gateway(Arguments arguments, Stage stage) {
    this.arguments = arguments;
    this.stage = stage;
  }

  /** Whether the options name a gateway at all. */
  static boolean given(Arguments arguments) {
    return arguments.has("gateway-command") || arguments.has("gateway-pid");
  }

  /** Whether the harness itself starts and stops the gateway. */
  boolean restartable() {
    return arguments.has("gateway-command");
  }

  /** Starts the gateway if it is to be started, waits for its port and runs the set-up script. */
  void startWithSetup() throws IOException, InterruptedException {
    try {
      if (restartable()) {
        spawn();
        Probe.untilListening(endpoint(false), process, START_LIMIT);
      }
      Optional<String> script = arguments.text("gateway-setup");
      if (script.isPresent()) {
        setUp(script.get());
      }
      String problem = Probe.ask(endpoint(false));
      if (!problem.isEmpty()) {
        throw new IOException("the gateway does not answer a chat request: " + problem);
      }
    } catch (IOException failure) {
      showEndOfLog();
      throw failure;
    }
  }

  /** Starts a gateway that was set up before; milliseconds until its first whole answer. */
  double startToFirstAnswerMillis() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    spawn();
    return (Probe.untilAnswered(endpoint(false), process, START_LIMIT) - begin) / 1e6;
  }

  /** Stops a gateway that the harness has started. */
  void stop() {
    if (process != null) {
      process.close();
      process = null;
    }
  }

  ProcessTree processes() {
    return process != null
        ? process.tree()
        : ProcessTree.of(Long.parseLong(arguments.text("gateway-pid").orElseThrow()));
  }

  /** Where to send chat requests; the TLS endpoint differs in the model string only. */
  Endpoint endpoint(boolean tls) {
    String url = arguments.text("gateway-url", "http://127.0.0.1:20128");
    String model = option("model", "bench/gpt");
    return new Endpoint(
        URI.create(url + Stage.CHAT_PATH),
        option("key", "sk-bench"),
        tls ? option("tls-model", "bench-tls/gpt") : model);
  }

  @Override
  public void close() {
    stop();
  }

  private Path log() {
    return stage.directory().resolve("gateway.log");
  }

  private void showEndOfLog() throws IOException {
    if (Files.exists(log())) {
      List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
      int from = Math.max(0, lines.size() - LOG_LINES_SHOWN);
      lines.subList(from, lines.size()).forEach(line -> System.err.println("gateway: " + line));
    }
  }

  private String option(String name, String standard) {
    return fromSetup.getOrDefault(name, arguments.text("gateway-" + name, standard));
  }

  private void spawn() throws IOException {
    List<String> command = List.of("sh", "-c", arguments.text("gateway-command").orElseThrow());
    process = Spawned.logging("gateway", command, stage.environment(), log());
  }

  /**
   * Lines {@code key=}, {@code model=} and {@code tls-model=} of its output replace the options.
   */
  private void setUp(String script) throws IOException, InterruptedException {
    String base = arguments.text("gateway-url", "http://127.0.0.1:20128");
    ProcessBuilder builder =
        new ProcessBuilder("sh", script, base, stage.upstreamUrl(), stage.upstreamTlsUrl());
    builder.environment().putAll(stage.environment());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process setup = builder.start();
    try (var lines = setup.inputReader()) {
      String line = lines.readLine();
      while (line != null) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          fromSetup.put(line.substring(0, equals), line.substring(equals + 1).strip());
        }
        line = lines.readLine();
      }
    }
    if (!setup.waitFor(SETUP_SECONDS, TimeUnit.SECONDS) || setup.exitValue() != 0) {
      setup.destroyForcibly();
      throw new IOException("the set-up script failed: " + script);
    }
  }
}
