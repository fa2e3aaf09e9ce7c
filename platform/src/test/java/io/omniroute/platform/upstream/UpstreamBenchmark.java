package io.omniroute.platform.upstream;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * CPU per call of this client beside the JDK's, against an instant upstream in a process of its
 * own. Not a test: run it by hand, {@code UpstreamBenchmark [seconds per round] [callers]}.
 */
final class UpstreamBenchmark {

  private static final byte[] REQUEST =
      "{\"m\":\"x\"}".repeat(110).getBytes(StandardCharsets.UTF_8);
  private static final int ROUNDS = 5;

  private final int callers;
  private final long roundNanos;

  private UpstreamBenchmark(int callers, long seconds) {
    this.callers = callers;
    this.roundNanos = seconds * 1_000_000_000L;
  }

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("serve")) {
      serve(args.length > 1 ? Path.of(args[1]) : null);
      return;
    }
    long seconds = args.length > 0 ? Long.parseLong(args[0]) : 3;
    int callers = args.length > 1 ? Integer.parseInt(args[1]) : 32;
    new UpstreamBenchmark(callers, seconds).run();
  }

  private void run() throws Exception {
    Path folder = Files.createTempDirectory("bench");
    TestCertificates certificates = TestCertificates.forNames(folder, "dns:localhost");
    Path keys = folder.toFile().listFiles()[0].toPath();
    Process plain = start("serve");
    Process secure = start("serve", keys.toString());
    try {
      compare("http, 1 KB JSON", "http://localhost:" + port(plain) + "/j", certificates.client());
      compare(
          "http, 100 SSE chunks", "http://localhost:" + port(plain) + "/s", certificates.client());
      compare(
          "https, 1 KB JSON", "https://localhost:" + port(secure) + "/j", certificates.client());
      compare(
          "https, 100 SSE chunks",
          "https://localhost:" + port(secure) + "/s",
          certificates.client());
    } finally {
      plain.destroy();
      secure.destroy();
    }
  }

  private static final java.util.Map<Process, Integer> PORTS = new java.util.HashMap<>();

  private static int port(Process process) {
    return PORTS.computeIfAbsent(
        process,
        key -> {
          try {
            return Integer.parseInt(key.inputReader().readLine());
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private static Process start(String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
    command.add(UpstreamBenchmark.class.getName());
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private void compare(String name, String uri, SSLContext tls) throws Exception {
    XnioWorker worker =
        Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 2));
    UpstreamTarget target = UpstreamTarget.of(uri);
    Headers headers =
        Headers.of("content-type", "application/json", "authorization", "Bearer 0123456789");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(uri))
            .header("content-type", "application/json")
            .header("authorization", "Bearer 0123456789")
            .POST(HttpRequest.BodyPublishers.ofByteArray(REQUEST))
            .build();
    try (UpstreamClient ours =
            new UpstreamClient(worker, UpstreamSettings.defaults().withTls(tls));
        HttpClient jdk =
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .executor(Runnable::run)
                .build()) {
      Callable<Integer> ourCall = () -> read(ours, UpstreamCall.post(target, headers, REQUEST));
      Callable<Integer> jdkCall = () -> read(jdk, request);
      double[] oursMicros = new double[ROUNDS];
      double[] jdkMicros = new double[ROUNDS];
      round(ourCall);
      round(jdkCall);
      for (int i = 0; i < ROUNDS; i++) {
        oursMicros[i] = round(ourCall);
        jdkMicros[i] = round(jdkCall);
      }
      double mine = median(oursMicros);
      double theirs = median(jdkMicros);
      System.out.printf(
          "%-24s CPU us per call: ours %.1f, JDK %.1f, ratio %.2f%n",
          name, mine, theirs, theirs / mine);
    } finally {
      worker.shutdownNow();
    }
  }

  private static int read(UpstreamClient client, UpstreamCall call) throws UpstreamException {
    int length = 0;
    try (UpstreamResponse response = client.exchange(call)) {
      for (byte[] piece = response.nextChunk(); piece != null; piece = response.nextChunk()) {
        length += piece.length;
      }
    }
    return length;
  }

  private static int read(HttpClient client, HttpRequest request) throws Exception {
    int length = 0;
    byte[] buffer = new byte[16 * 1024];
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        length += n;
      }
    }
    return length;
  }

  /** CPU micro-seconds of this process per call, over one round of all callers. */
  private double round(Callable<Integer> call) throws Exception {
    long[] calls = new long[callers];
    CountDownLatch done = new CountDownLatch(callers);
    long cpu = cpuNanos();
    long end = System.nanoTime() + roundNanos;
    for (int i = 0; i < callers; i++) {
      int at = i;
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  while (System.nanoTime() < end) {
                    if (call.call() < 900) {
                      throw new IllegalStateException("short answer");
                    }
                    calls[at]++;
                  }
                } catch (Exception e) {
                  System.out.println("a call failed: " + e);
                }
                done.countDown();
              });
    }
    done.await();
    return (cpuNanos() - cpu) / 1000.0 / Arrays.stream(calls).sum();
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  // The instant upstream, in its own process.

  private static void serve(Path keys) throws Exception {
    ServerSocket server =
        keys == null
            ? new ServerSocket(0, 512)
            : TestCertificates.serverFrom(keys).getServerSocketFactory().createServerSocket(0, 512);
    System.out.println(server.getLocalPort());
    String json = "{\"answer\":\"" + "x".repeat(938) + "\"}";
    byte[] plain =
        ("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ndate: Sun, 22 Nov 2026 13:00:00 GMT"
                + "\r\nx-request-id: 0123456789\r\ncontent-length: "
                + json.length()
                + "\r\n\r\n"
                + json)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] head =
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] chunk =
        ("d5\r\ndata: " + "x".repeat(205) + "\n\n\r\n").getBytes(StandardCharsets.US_ASCII);
    while (true) {
      Socket socket = server.accept();
      socket.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> answer(socket, plain, head, chunk));
    }
  }

  private static void answer(Socket socket, byte[] plain, byte[] head, byte[] chunk) {
    byte[] buffer = new byte[16 * 1024];
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      int length = 0;
      while (true) {
        int n = in.read(buffer, length, buffer.length - length);
        if (n < 0) {
          return;
        }
        length += n;
        if (!whole(buffer, length)) {
          continue;
        }
        length = 0;
        if (buffer[6] == 'j') {
          out.write(plain);
          continue;
        }
        out.write(head);
        for (int i = 0; i < 100; i++) {
          out.write(chunk);
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (java.io.IOException e) {
      // The client is done.
    }
  }

  private static boolean whole(byte[] buffer, int length) {
    for (int i = 3; i < length; i++) {
      if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
        return length - i - 1 >= REQUEST.length;
      }
    }
    return false;
  }
}
