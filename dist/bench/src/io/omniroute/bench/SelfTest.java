package io.omniroute.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/**
 * Proves that the harness counts what it says: broken answers are errors and never successes, every
 * answer is counted once, percentiles are right, and CPU time is what was burnt.
 */
final class SelfTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final int WHOLE = 64 * 1024;
  private static final String EVENT = "data: {\"x\":1}\n\n";
  private static final String DONE = "data: [DONE]\n\n";
  private static final String STREAM_HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private static final String EVENTS_100 = chunk(EVENT.repeat(100));

  private int failures;

  private SelfTest() {}

  /** Runs all checks, prints one line each; whether all held. */
  static boolean run() throws Exception {
    SelfTest test = new SelfTest();
    test.documents();
    test.streams();
    test.upstreamAndLoadAgree();
    test.percentiles();
    test.cpuTime();
    System.out.println(test.failures == 0 ? "all right" : test.failures + " checks failed");
    return test.failures == 0;
  }

  private void documents() throws IOException {
    String whole = text(AnswerBytes.completion());
    String body = whole.substring(whole.indexOf("\r\n\r\n") + 4);
    right("whole document", AnswerKind.JSON, whole, WHOLE);
    right("document byte by byte", AnswerKind.JSON, whole, 1);
    right(
        "chunked document with extension and trailer",
        AnswerKind.JSON,
        STREAM_HEAD
            + Integer.toHexString(body.length())
            + ";a=b\r\n"
            + body
            + "\r\n0\r\nX-Trailer: 1\r\n\r\n",
        WHOLE);
    String informed = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + whole;
    right("document after an informational answer", AnswerKind.JSON, informed, WHOLE);
    String last = whole.replace("200 OK\r\n", "200 OK\r\nConnection: close\r\n");
    right("document on a connection that closes", AnswerKind.JSON, last, WHOLE);
    wrong("document cut, then closed", AnswerKind.JSON, cut(whole, 10), true);
    wrong("document cut, then silence", AnswerKind.JSON, cut(whole, 10), false);
    wrong("chunked document without last chunk", AnswerKind.JSON, chunked(body, ""), true);
    wrong("status 500", AnswerKind.JSON, whole.replace("200 OK", "500 Oops"), false);
    wrong("status 200 with another document", AnswerKind.JSON, text(AnswerBytes.models()), false);
    wrong("bytes after the end", AnswerKind.JSON, whole + "x", false);
    wrong("no framing", AnswerKind.JSON, "HTTP/1.1 200 OK\r\n\r\n" + body, true);
    wrong("no HTTP", AnswerKind.JSON, "hello\r\n\r\n", false);
  }

  private void streams() throws IOException {
    right("upstream's stream", AnswerKind.FLOOD, text(AnswerBytes.flood(true)), WHOLE);
    right("stream byte by byte", AnswerKind.FLOOD, stream(100, DONE), 1);
    String comment = chunk(": still there\n\n");
    String commented = STREAM_HEAD + comment + EVENTS_100 + comment + chunk(DONE) + "0\r\n\r\n";
    right("stream with comments", AnswerKind.FLOOD, commented, WHOLE);
    wrong("stream of 99 events", AnswerKind.FLOOD, stream(99, DONE), false);
    wrong("stream of 101 events", AnswerKind.FLOOD, stream(101, DONE), false);
    wrong("stream without [DONE]", AnswerKind.FLOOD, stream(100, ""), false);
    wrong("event after [DONE]", AnswerKind.FLOOD, stream(99, DONE + EVENT), false);
    wrong("stream cut after [DONE]", AnswerKind.FLOOD, cut(stream(100, DONE), 5), true);
    wrong("stream cut, then silence", AnswerKind.FLOOD, cut(stream(100, DONE), 50), false);
    wrong("stream that ends inside a line", AnswerKind.FLOOD, stream(100, DONE + "dat"), false);
    wrong("document instead of a stream", AnswerKind.FLOOD, text(AnswerBytes.completion()), false);
  }

  private void upstreamAndLoadAgree() throws Exception {
    for (AnswerKind kind : AnswerKind.values()) {
      try (Upstream upstream = new Upstream(0)) {
        Thread.ofPlatform().daemon().start(upstream);
        String url = "http://127.0.0.1:" + upstream.port() + Stage.CHAT_PATH;
        Endpoint endpoint = new Endpoint(java.net.URI.create(url), "sk-test", "gpt");
        Workload workload = Workload.closed(kind, 16, 2);
        Window window = Window.of(SHORT, Duration.ofSeconds(1));
        LoadCounters counters =
            new Load(endpoint, workload, window, LoadListener.NONE).run().counters();
        boolean same = reaches(upstream, counters.answersEver());
        // All events but the first and the last of a stream carry their time.
        double timed = (double) counters.chunkLatencies.count() / counters.chunks();
        boolean stamped = kind != AnswerKind.PACED || timed > 0.9 && timed < 1;
        check(
            "upstream and load agree, " + kind + ": " + counters.answersEver() + " answers",
            same && stamped && counters.errors() == 0 && counters.requests() > 10);
      }
    }
  }

  /** The upstream counts after it has written, so the load generator may be a moment ahead. */
  private static boolean reaches(Upstream upstream, long answers) throws InterruptedException {
    for (int look = 0; look < 200 && upstream.answered() < answers; look++) {
      Thread.sleep(10);
    }
    return upstream.answered() == answers;
  }

  private void percentiles() {
    Histogram histogram = new Histogram();
    long[] values = new Random(1).longs(100_000, 1, 50_000_000).toArray();
    Arrays.stream(values).forEach(histogram::add);
    Arrays.sort(values);
    for (double share : new double[] {0.001, 0.5, 0.99, 0.999}) {
      double exact = values[(int) Math.ceil(share * values.length) - 1] / 1000.0;
      double error = Math.abs(histogram.micros(share) / exact - 1);
      check("percentile " + share + " is off by " + error, error < 0.008);
    }
    boolean largest = histogram.maxMicros() == values[values.length - 1] / 1000.0;
    check("largest value", largest && histogram.count() == values.length);
  }

  private void cpuTime() throws IOException {
    ProcessTree self = ProcessTree.of(ProcessHandle.current().pid());
    var bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long read = self.cpuMicros();
    long begin = bean.getProcessCpuTime();
    long end = System.nanoTime() + 10_000_000_000L;
    while (bean.getProcessCpuTime() - begin < 500_000_000L && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    long burntMillis = (bean.getProcessCpuTime() - begin) / 1_000_000;
    long readMillis = (self.cpuMicros() - read) / 1000;
    check(
        burntMillis + " ms of CPU are read as " + readMillis + " ms",
        burntMillis >= 500 && Math.abs(readMillis - burntMillis) <= 30);
  }

  private void right(String name, AnswerKind kind, String answer, int pieceBytes)
      throws IOException {
    boolean closes = answer.contains("Connection: close");
    var script = new ScriptedServer.Script(answer, pieceBytes, closes);
    LoadCounters counters = load(kind, script);
    check(
        name + ": " + counters.answersEver() + " answers, first error: " + counters.firstProblem(),
        counters.answersEver() > 0 && counters.errors() == 0);
  }

  private void wrong(String name, AnswerKind kind, String answer, boolean closes)
      throws IOException {
    LoadCounters counters = load(kind, new ScriptedServer.Script(answer, WHOLE, closes));
    check(
        name + ": " + counters.answersEver() + " answers, first error: " + counters.firstProblem(),
        counters.answersEver() == 0 && counters.requests() == 0 && counters.errors() > 0);
  }

  private static LoadCounters load(AnswerKind kind, ScriptedServer.Script script)
      throws IOException {
    Window window = new Window(Duration.ZERO, SHORT, 20, Duration.ofMillis(250));
    try (ScriptedServer server = new ScriptedServer(script)) {
      Workload workload = Workload.closed(kind, 1, 0);
      Load load = new Load(server.endpoint(), workload, window, LoadListener.NONE);
      try {
        return load.run().counters();
      } catch (IllegalStateException tooManyErrors) {
        return load.counters();
      }
    }
  }

  private void check(String name, boolean holds) {
    System.out.println((holds ? "ok    " : "WRONG ") + name);
    failures += holds ? 0 : 1;
  }

  private static String stream(int events, String end) {
    return STREAM_HEAD + chunk(EVENT.repeat(events) + end) + "0\r\n\r\n";
  }

  private static String chunked(String body, String end) {
    return STREAM_HEAD + chunk(body) + end;
  }

  private static String chunk(String data) {
    return data.isEmpty() ? "" : Integer.toHexString(data.length()) + "\r\n" + data + "\r\n";
  }

  private static String cut(String text, int missing) {
    return text.substring(0, text.length() - missing);
  }

  private static String text(ByteBuffer buffer) {
    return StandardCharsets.ISO_8859_1.decode(buffer.duplicate()).toString();
  }
}
