package io.omniroute.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/** Measures how fast a gateway that was set up before starts, and what it occupies when idle. */
final class StartUp {

  private static final int REQUESTS_BEFORE_IDLE = 20;
  private static final long IDLE_MILLIS = 10_000;
  private static final double KIBIBYTES_PER_MEBIBYTE = 1024.0;

  private StartUp() {}

  /** Starts the gateway {@code starts} times; it must be stopped, and is stopped afterwards. */
  static void measure(Gateway gateway, int starts, PrintStream out)
      throws IOException, InterruptedException {
    double[] millis = new double[starts];
    double[] idle = new double[starts];
    for (int start = 0; start < starts; start++) {
      millis[start] = gateway.startToFirstAnswerMillis();
      idle[start] = idleMebibytes(gateway);
      gateway.stop();
      System.err.printf("start %d of %d: %.0f ms%n", start + 1, starts, millis[start]);
    }
    out.println();
    out.println("## Start and idle memory");
    out.println();
    out.println("| | median | min | max |");
    out.println("|---|---|---|---|");
    out.println(row("start to first answer, ms", millis));
    out.println(row("idle RSS, MiB", idle));
  }

  private static double idleMebibytes(Gateway gateway) throws IOException, InterruptedException {
    for (int request = 0; request < REQUESTS_BEFORE_IDLE; request++) {
      String problem = Probe.ask(gateway.endpoint(false));
      if (!problem.isEmpty()) {
        throw new IOException("request after the start failed: " + problem);
      }
    }
    Thread.sleep(IDLE_MILLIS);
    return gateway.processes().residentKibibytes() / KIBIBYTES_PER_MEBIBYTE;
  }

  private static String row(String name, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f |",
        name,
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }
}
