package io.omniroute.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints the results of a comparison as Markdown. */
final class Report {

  /** Names of the targets every comparison has; the first and the last must agree. */
  static final String DIRECT = "direct";

  static final String NGINX = "nginx";
  static final String DIRECT_AGAIN = "direct again";

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void head(Comparison.Timing timing) throws IOException {
    line("# Gateway benchmark");
    line("");
    line(
        "%s, JDK %s, Linux %s, %d cores, load average %s before the start; %d rounds of %d s.",
        Instant.now().truncatedTo(ChronoUnit.MINUTES),
        Runtime.version(),
        System.getProperty("os.version"),
        Runtime.getRuntime().availableProcessors(),
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
        timing.rounds(),
        timing.measured().toSeconds());
    line("Medians over the rounds; ratios are medians of the ratios inside one round.");
  }

  void scenario(Scenario scenario, List<Series> all) {
    line("");
    line("## %s (`%s`)", scenario.title(), scenario.name());
    line("");
    switch (scenario.workload().kind()) {
      case JSON -> chat(scenario, all);
      case FLOOD, PACED -> stream(scenario, all);
    }
    double foreign =
        all.stream().mapToDouble(one -> one.median(Sample::foreignPercent)).max().orElse(0);
    line("");
    line(
        "Self-check, direct again / direct: %s. Foreign CPU use: %s %% of one core.",
        number(selfCheck(scenario, all), 3), number(foreign, 0));
  }

  private void chat(Scenario scenario, List<Series> all) {
    line(
        "| target | req/s (min–max) | × nginx | CPU µs/req | × nginx | harness µs/req"
            + " | p50 µs | p99 µs | p99.9 µs | added p50 µs | added p99 µs | errors |");
    line("|---|---|---|---|---|---|---|---|---|---|---|---|");
    // A latency difference says something only while nothing queues.
    boolean added = scenario.workload().connections() == 1;
    for (Series series : all) {
      line(
          "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
          series.target(),
          rate(series, sample -> sample.load().requestsPerSecond()),
          ratio(series, all, sample -> sample.load().requestsPerSecond()),
          cpu(series, all, Sample::cpuPerRequest),
          number(series.median(Sample::harnessPerRequest), 1),
          number(series.median(sample -> sample.latency(0.5)), 1),
          number(series.median(sample -> sample.latency(0.99)), 1),
          number(series.median(sample -> sample.latency(0.999)), 1),
          added ? added(series, all, 0.5) + " | " + added(series, all, 0.99) : "– | –",
          series.errors());
    }
  }

  private void stream(Scenario scenario, List<Series> all) {
    line(
        "| target | chunks/s (min–max) | × nginx | CPU µs/chunk | × nginx | harness µs/chunk"
            + " | chunk p50 µs | chunk p99 µs | stream p50 ms | stream p99 ms | errors |");
    line("|---|---|---|---|---|---|---|---|---|---|---|");
    for (Series series : all) {
      line(
          "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |",
          series.target(),
          rate(series, sample -> sample.load().chunksPerSecond()),
          ratio(series, all, sample -> sample.load().chunksPerSecond()),
          cpu(series, all, Sample::cpuPerChunk),
          number(series.median(Sample::harnessPerChunk), 2),
          number(series.median(sample -> sample.chunkLatency(0.5)), 0),
          number(series.median(sample -> sample.chunkLatency(0.99)), 0),
          number(series.median(sample -> sample.latency(0.5) / 1000), 2),
          number(series.median(sample -> sample.latency(0.99) / 1000), 2),
          series.errors());
    }
  }

  private static double selfCheck(Scenario scenario, List<Series> all) {
    ToDoubleFunction<Sample> rate =
        scenario.workload().kind().streams()
            ? sample -> sample.load().chunksPerSecond()
            : sample -> sample.load().requestsPerSecond();
    return find(all, DIRECT_AGAIN).ratio(find(all, DIRECT), rate);
  }

  private static String rate(Series series, ToDoubleFunction<Sample> value) {
    return number(series.median(value), 0)
        + " ("
        + number(series.least(value), 0)
        + "–"
        + number(series.most(value), 0)
        + ")";
  }

  private static String ratio(Series series, List<Series> all, ToDoubleFunction<Sample> value) {
    return number(series.ratio(find(all, NGINX), value), 2);
  }

  private static String cpu(Series series, List<Series> all, ToDoubleFunction<Sample> value) {
    if (series.target().startsWith(DIRECT)) {
      return "– | –";
    }
    return number(series.median(value), 2) + " | " + ratio(series, all, value);
  }

  private static String added(Series series, List<Series> all, double share) {
    if (series.target().startsWith(DIRECT)) {
      return "–";
    }
    return number(
        series.added(find(all, DIRECT), find(all, DIRECT_AGAIN), sample -> sample.latency(share)),
        1);
  }

  private static Series find(List<Series> all, String name) {
    return all.stream().filter(one -> one.target().equals(name)).findFirst().orElseThrow();
  }

  private static String number(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "–";
  }

  private void line(String format, Object... values) {
    out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
  }
}
