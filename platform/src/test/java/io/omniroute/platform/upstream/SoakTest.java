package io.omniroute.platform.upstream;

import static io.omniroute.platform.upstream.ScriptedUpstream.ok;
import static io.omniroute.platform.upstream.UpstreamFixture.async;
import static io.omniroute.platform.upstream.UpstreamFixture.eventually;
import static io.omniroute.platform.upstream.UpstreamFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.platform.upstream.ScriptedUpstream.Script;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakTest {

  private static final int THREADS = 64;
  private static final long SLACK = 2 * 1024 * 1024;

  @TempDir private Path folder;

  /** Every path by which a call can end, many times, at the upstream's whim. */
  private static final Script MOODY =
      peer -> {
        Random random = new Random();
        while (true) {
          int size = peer.request().body().length;
          switch (random.nextInt(10)) {
            case 0 -> peer.reset();
            case 1 -> peer.send("HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\ncut").reset();
            case 2 -> peer.awaitClosed();
            case 3 -> peer.send("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n").awaitClosed();
            case 4 -> peer.send("HTTP/9 what\r\n\r\n");
            case 5 ->
                peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
                    .chunk("x".repeat(size + 1))
                    .chunk("y")
                    .send("0\r\n\r\n");
            default -> peer.send(ok("z".repeat(size)));
          }
        }
      };

  @BeforeAll
  static void mayLookAtMemory() {
    // Only this test needs the module, so the host does not require it.
    ModuleLayer.boot()
        .findModule("java.management")
        .ifPresent(module -> SoakTest.class.getModule().addReads(module));
  }

  @Test
  void leavesNothingBehindHoweverCallsEnd() throws Exception {
    TestCertificates certificates = TestCertificates.forNames(folder, "dns:localhost");
    UpstreamSettings settings =
        UpstreamSettings.defaults()
            .withTls(certificates.client())
            .withLifetimes(Duration.ofMillis(500), Duration.ofMinutes(1));
    try (UpstreamFixture fixture = UpstreamFixture.create(settings);
        ScriptedUpstream plain = ScriptedUpstream.of(MOODY);
        ScriptedUpstream secure = ScriptedUpstream.tls(certificates.server(), MOODY)) {
      UpstreamTarget[] targets = {plain.target("/"), plain.target("/b"), secure.target("/")};
      round(fixture, targets, 10);
      long before = directMemory();
      int good = round(fixture, targets, 30);
      assertThat(good).isGreaterThan(THREADS);
      assertThat(directMemory()).isLessThan(before + SLACK);
      eventually(() -> fixture.client().statistics().open() == 0);
    }
  }

  private static int round(UpstreamFixture fixture, UpstreamTarget[] targets, int calls)
      throws Exception {
    AtomicInteger good = new AtomicInteger();
    List<CompletableFuture<Void>> callers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(i);
      callers.add(
          async(
              () -> {
                for (int n = 0; n < calls; n++) {
                  call(fixture, targets[random.nextInt(targets.length)], random, good);
                }
                return null;
              }));
    }
    for (CompletableFuture<Void> caller : callers) {
      caller.get();
    }
    return good.get();
  }

  private static void call(
      UpstreamFixture fixture, UpstreamTarget target, Random random, AtomicInteger good) {
    Duration brief = Duration.ofMillis(60);
    Duration fair = Duration.ofSeconds(10);
    Cancellation signal = new Cancellation();
    int size = random.nextInt(8) == 0 ? 300_000 : random.nextInt(2000);
    UpstreamCall call =
        post(target, "b".repeat(size))
            .with(new Timeouts(fair, brief, brief, fair))
            .with(signal)
            .on(fixture.worker().getIoThread());
    if (random.nextInt(8) == 0) {
      Thread.ofVirtual().start(signal::cancel);
    }
    try (UpstreamResponse response = fixture.client().exchange(call)) {
      if (random.nextInt(10) > 0) {
        byte[] body = response.readAll(1_000_000);
        assertThat(body.length).isBetween(size, size + 2);
        good.incrementAndGet();
      }
    } catch (UpstreamException e) {
      assertThat(e.kind()).isNotEqualTo(UpstreamException.Kind.CAPACITY);
    }
  }

  private static long directMemory() {
    long sum = 0;
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      sum += pool.getMemoryUsed();
    }
    return sum;
  }
}
