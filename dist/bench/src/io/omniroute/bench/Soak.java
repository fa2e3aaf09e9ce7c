package io.omniroute.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends very many requests through the gateway and writes down its memory as it goes. */
final class Soak implements LoadListener {

  private static final double KIBIBYTES_PER_MEBIBYTE = 1024.0;

  /** Long, since the load waits while the gateway's JVM is examined. */
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final Gateway gateway;
  private final long every;
  private final boolean jcmd;
  private final PrintStream out;
  private final List<Double> resident = new ArrayList<>();
  private long lastNanos;
  private long lastRequests;

  /**
   * A soak test.
   *
   * @param every requests between two lines of the table
   * @param jcmd whether to ask the JVM for heap and direct memory, which forces a collection
   */
  Soak(Gateway gateway, long every, boolean jcmd, PrintStream out) {
    this.gateway = gateway;
    this.every = every;
    this.jcmd = jcmd;
    this.out = out;
  }

  /**
   * Runs until {@code requests} answers have come or the time is up.
   *
   * @return whether every answer was whole and correct
   */
  boolean run(Workload workload, long requests, Duration limit) throws IOException {
    out.println("| answers | req/s | errors | RSS MiB | live heap MiB | NMT Other MiB |");
    out.println("|---|---|---|---|---|---|");
    Window window = new Window(Duration.ZERO, limit, requests, TIMEOUT);
    LoadResult result = new Load(gateway.endpoint(false), workload, window, this).run();
    LoadCounters counters = result.counters();
    out.println();
    out.printf(
        Locale.ROOT,
        "%d answers, %d errors %s, %d reconnects, %.0f s.%n",
        counters.requests(),
        counters.errors(),
        counters.firstProblem(),
        counters.reconnects(),
        result.seconds());
    if (resident.size() >= 5) {
      double settled = resident.get(resident.size() / 5);
      out.printf(
          Locale.ROOT,
          "RSS from the line at one fifth to the last: %+.1f %%.%n",
          (resident.getLast() / settled - 1) * 100);
    }
    return counters.errors() == 0;
  }

  @Override
  public long progressEvery() {
    return every;
  }

  @Override
  public void opened() {
    lastNanos = System.nanoTime();
  }

  @Override
  public void progress(LoadCounters counters) {
    double seconds = (System.nanoTime() - lastNanos) / 1e9;
    double rate = (counters.requests() - lastRequests) / seconds;
    try {
      ProcessTree processes = gateway.processes();
      double rss = processes.residentKibibytes() / KIBIBYTES_PER_MEBIBYTE;
      resident.add(rss);
      out.printf(
          Locale.ROOT,
          "| %d | %.0f | %d | %.1f | %s |%n",
          counters.requests(),
          rate,
          counters.errors(),
          rss,
          jcmd ? jvmMemory(processes) : "– | –");
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the gateway's memory", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
    lastNanos = System.nanoTime();
    lastRequests = counters.requests();
  }

  private static String jvmMemory(ProcessTree processes) throws IOException, InterruptedException {
    JvmMemory memory = JvmMemory.of(processes.largestProcessId());
    return mebibytes(memory.heapUsedKibibytes()) + " | " + mebibytes(memory.otherKibibytes());
  }

  private static String mebibytes(long kibibytes) {
    return kibibytes < 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f", kibibytes / KIBIBYTES_PER_MEBIBYTE);
  }
}
