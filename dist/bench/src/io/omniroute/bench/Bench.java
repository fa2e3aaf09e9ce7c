package io.omniroute.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The command line: {@code compare}, {@code startup}, {@code soak}, {@code load} and the rest. */
public final class Bench {

  private static final String USAGE =
      """
      run [compare] [--scenarios a,b] [--rounds 5] [--seconds 3] [--warmup 1] [--first-warmup 8]
                  [--busy-limit 20] [--busy-wait 20] [--busy-repeats 2]
      run startup --gateway-command ... [--starts 5]
      run soak    --gateway-... [--requests 1000000] [--every 100000] [--connections 32]
                  [--kind json|flood] [--max-minutes 60] [--jcmd]
      run load    --url http://127.0.0.1:PORT/v1/chat/completions [--kind json|flood|paced]
                  [--connections 32] [--pace 10] [--rate 0] [--seconds 3] [--warmup 1]
                  [--key sk-bench] [--model gpt] [--pid PID]
      run upstream [--port 9901] [--until-stdin-closes]
      run self-test
      compare, startup and soak: [--gateway-command CMD | --gateway-pid PID] [--gateway-url URL]
                  [--gateway-key KEY] [--gateway-model M] [--gateway-tls-model M]
                  [--gateway-setup SCRIPT] [--keep]\
      """;

  private static final String COMPARE_OPTIONS =
      "scenarios,rounds,seconds,warmup,first-warmup,busy-limit,busy-wait,busy-repeats";

  private static final Set<String> LOAD_OPTIONS =
      Set.of(
          "url", "kind", "connections", "pace", "rate", "seconds", "warmup", "key", "model", "pid");

  private Bench() {}

  /** Runs one command; the exit status is 1 after errors and 2 after a wrong call. */
  public static void main(String[] arguments) throws Exception {
    boolean named = arguments.length > 0 && !arguments[0].startsWith("--");
    String command = named ? arguments[0] : "compare";
    int from = named ? 1 : 0;
    try {
      System.exit(run(command, arguments, from) ? 0 : 1);
    } catch (IllegalArgumentException wrongCall) {
      System.err.println(wrongCall.getMessage());
      System.err.println(USAGE);
      System.exit(2);
    } catch (IOException failure) {
      System.err.println("failed: " + failure.getMessage());
      System.exit(1);
    }
  }

  private static boolean run(String command, String[] arguments, int from) throws Exception {
    return switch (command) {
      case "compare" -> compare(parse(arguments, from, COMPARE_OPTIONS));
      case "startup" -> startUp(parse(arguments, from, "starts"));
      case "soak" ->
          soak(parse(arguments, from, "requests,every,connections,kind,max-minutes,jcmd!"));
      case "load" -> load(Arguments.parse(arguments, from, LOAD_OPTIONS));
      case "upstream" ->
          upstream(Arguments.parse(arguments, from, Set.of("port", "until-stdin-closes!")));
      case "self-test" -> SelfTest.run();
      case "help" -> help();
      default -> throw new IllegalArgumentException("no command " + command);
    };
  }

  private static boolean help() {
    System.out.println(USAGE);
    return true;
  }

  private static Arguments parse(String[] arguments, int from, String own) {
    Set<String> known = new HashSet<>(Gateway.OPTIONS);
    known.addAll(List.of(own.split(",")));
    known.add("keep!");
    return Arguments.parse(arguments, from, known);
  }

  private static boolean compare(Arguments arguments) throws Exception {
    Comparison.Timing timing =
        new Comparison.Timing(
            Math.max(1, arguments.number("rounds", 5, 1000)),
            arguments.seconds("seconds", 3),
            arguments.seconds("warmup", 1),
            arguments.seconds("first-warmup", 8));
    List<Scenario> scenarios =
        arguments
            .text("scenarios")
            .map(names -> Arrays.stream(names.split(",")).map(Scenario::named).toList())
            .orElseGet(Scenario::all);
    Report report = new Report(System.out);
    boolean clean = true;
    try (Stage stage = Stage.open(arguments.has("keep"));
        Gateway gateway = new Gateway(arguments, stage)) {
      boolean given = Gateway.given(arguments);
      if (given) {
        gateway.startWithSetup();
      }
      report.head(timing);
      Supplier<ProcessTree> everything = () -> everything(given ? gateway : null);
      Comparison comparison =
          new Comparison(
              timing, quiet(arguments), targets(stage, given ? gateway : null), everything);
      for (Scenario scenario : scenarios) {
        List<Series> all = comparison.run(scenario);
        report.scenario(scenario, all);
        clean &= all.stream().allMatch(Series::clean);
      }
    }
    return clean;
  }

  private static QuietMachine quiet(Arguments arguments) {
    return new QuietMachine(
        arguments.number("busy-limit", 20, 100_000),
        arguments.seconds("busy-wait", 20),
        arguments.number("busy-repeats", 2, 100));
  }

  private static List<Target> targets(Stage stage, Gateway gateway) {
    Supplier<ProcessTree> none = () -> new ProcessTree(List.of());
    List<Target> targets = new ArrayList<>();
    targets.add(new Target(Report.DIRECT, stage::direct, none));
    targets.add(new Target(Report.NGINX, stage::throughNginx, stage::nginx));
    if (gateway != null) {
      targets.add(
          new Target("gateway", scenario -> gateway.endpoint(scenario.tls()), gateway::processes));
    }
    targets.add(new Target(Report.DIRECT_AGAIN, stage::direct, none));
    return targets;
  }

  /** This JVM, its children and a gateway that is none of them. */
  private static ProcessTree everything(Gateway gateway) {
    Stream<Long> own = ProcessTree.of(ProcessHandle.current().pid()).processIds().stream();
    Stream<Long> more =
        gateway == null ? Stream.empty() : gateway.processes().processIds().stream();
    return new ProcessTree(Stream.concat(own, more).distinct().toList());
  }

  private static boolean startUp(Arguments arguments) throws Exception {
    try (Stage stage = Stage.open(arguments.has("keep"));
        Gateway gateway = new Gateway(arguments, stage)) {
      if (!gateway.restartable()) {
        throw new IllegalArgumentException("startup needs --gateway-command");
      }
      gateway.startWithSetup();
      gateway.stop();
      StartUp.measure(gateway, Math.max(1, arguments.number("starts", 5, 100)), System.out);
      return true;
    }
  }

  private static boolean soak(Arguments arguments) throws Exception {
    if (!Gateway.given(arguments)) {
      throw new IllegalArgumentException("soak needs --gateway-command or --gateway-pid");
    }
    try (Stage stage = Stage.open(arguments.has("keep"));
        Gateway gateway = new Gateway(arguments, stage)) {
      gateway.startWithSetup();
      long every = Math.max(1, arguments.number("every", 100_000, Integer.MAX_VALUE));
      Workload workload =
          Workload.closed(
              AnswerKind.named(arguments.text("kind", "json")),
              arguments.number("connections", 32, 10_000),
              0);
      return new Soak(gateway, every, arguments.has("jcmd"), System.out)
          .run(
              workload,
              arguments.number("requests", 1_000_000, Integer.MAX_VALUE),
              Duration.ofMinutes(arguments.number("max-minutes", 60, 100_000)));
    }
  }

  private static boolean load(Arguments arguments) throws IOException {
    String url = arguments.text("url").orElseThrow(() -> new IllegalArgumentException("no --url"));
    Endpoint endpoint =
        new Endpoint(
            URI.create(url), arguments.text("key", "sk-bench"), arguments.text("model", "gpt"));
    Workload workload =
        new Workload(
            AnswerKind.named(arguments.text("kind", "json")),
            arguments.number("connections", 32, 10_000),
            arguments.number("pace", 10, 10_000),
            arguments.number("rate", 0, 1_000_000));
    ProcessTree target =
        arguments
            .text("pid")
            .map(pid -> ProcessTree.of(Long.parseLong(pid)))
            .orElseGet(() -> new ProcessTree(List.of()));
    CpuMeter meter = new CpuMeter(target, target);
    Window window = Window.of(arguments.seconds("warmup", 1), arguments.seconds("seconds", 3));
    LoadResult result = new Load(endpoint, workload, window, meter).run();
    print(new Sample(result, meter.targetMicros(), 0, 0));
    return result.counters().errors() == 0;
  }

  private static void print(Sample sample) {
    LoadCounters counters = sample.load().counters();
    System.out.printf(
        Locale.ROOT,
        "req/s %.0f, chunks/s %.0f, errors %d %s, reconnects %d%n",
        sample.load().requestsPerSecond(),
        sample.load().chunksPerSecond(),
        counters.errors(),
        counters.firstProblem(),
        counters.reconnects());
    System.out.printf(
        Locale.ROOT,
        "latency us: p50 %.1f p90 %.1f p99 %.1f p99.9 %.1f max %.1f%n",
        sample.latency(0.5),
        sample.latency(0.9),
        sample.latency(0.99),
        sample.latency(0.999),
        counters.latencies.maxMicros());
    if (counters.chunks() > 0) {
      System.out.printf(
          Locale.ROOT,
          "chunks: latency us p50 %.0f p99 %.0f, CPU us of --pid per chunk %.2f%n",
          sample.chunkLatency(0.5),
          sample.chunkLatency(0.99),
          sample.cpuPerChunk());
    }
    System.out.printf(Locale.ROOT, "CPU us of --pid per request %.2f%n", sample.cpuPerRequest());
  }

  private static boolean upstream(Arguments arguments) throws IOException {
    try (Upstream upstream = new Upstream(arguments.number("port", 9901, 65_535))) {
      System.out.println("listening " + upstream.port());
      if (arguments.has("until-stdin-closes")) {
        Thread.ofPlatform().daemon().start(() -> closeWithInput(upstream));
      }
      upstream.run();
      return true;
    }
  }

  /** A parent that dies without a word must not leave an upstream behind. */
  private static void closeWithInput(Upstream upstream) {
    try (upstream) {
      while (System.in.read() >= 0) {
        // What comes in does not matter, only its end.
      }
    } catch (IOException closed) {
      System.exit(1);
    }
  }
}
