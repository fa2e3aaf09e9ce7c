package io.omniroute.platform.upstream;

import static io.omniroute.platform.upstream.ScriptedUpstream.answering;
import static io.omniroute.platform.upstream.ScriptedUpstream.ok;
import static io.omniroute.platform.upstream.UpstreamFixture.eventually;
import static io.omniroute.platform.upstream.UpstreamFixture.post;
import static io.omniroute.platform.upstream.UpstreamFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.platform.upstream.ScriptedUpstream.Script;
import io.omniroute.platform.upstream.UpstreamException.Kind;
import io.omniroute.platform.upstream.UpstreamException.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeoutTest {

  private static final Duration SHORT = Duration.ofMillis(150);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final CountDownLatch closed = new CountDownLatch(1);
  private UpstreamFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = UpstreamFixture.create();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private Script thenSilent(String beginning) {
    return peer -> {
      peer.request();
      peer.send(beginning);
      peer.awaitClosed();
      closed.countDown();
    };
  }

  private UpstreamException failureOf(UpstreamTarget target, Timeouts timeouts) {
    return catchThrowableOfType(
        UpstreamException.class,
        () -> {
          try (UpstreamResponse response =
              fixture.client().exchange(post(target, "{}").with(timeouts))) {
            text(response);
          }
        });
  }

  @Test
  void givesUpConnectingToAPortThatDropsPackets() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> fillers = new ArrayList<>();
      try {
        for (int i = 0; i < 4; i++) {
          Socket filler = new Socket();
          fillers.add(filler);
          connectQuietly(filler, full);
        }
        UpstreamTarget target = UpstreamTarget.of("http://127.0.0.1:" + full.getLocalPort());
        UpstreamException failure = failureOf(target, new Timeouts(SHORT, LONG, LONG, LONG));
        assertThat(failure.kind()).isEqualTo(Kind.CONNECT_TIMEOUT);
        assertThat(failure.progress()).isEqualTo(Progress.NOTHING_SENT);
        assertThat(fixture.client().statistics().open()).isZero();
      } finally {
        for (Socket filler : fillers) {
          filler.close();
        }
      }
    }
  }

  private static void connectQuietly(Socket socket, ServerSocket server) throws IOException {
    try {
      socket.connect(server.getLocalSocketAddress(), 200);
    } catch (java.net.SocketTimeoutException e) {
      // The backlog is full now, as intended.
    }
  }

  @Test
  void givesUpALookUpThatTakesTooLong() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    HostResolver slow =
        host -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    try (UpstreamFixture stuck =
        UpstreamFixture.create(UpstreamSettings.defaults().withResolver(slow))) {
      UpstreamException failure =
          catchThrowableOfType(
              UpstreamException.class,
              () ->
                  stuck
                      .client()
                      .exchange(
                          post(UpstreamTarget.of("http://slow.example/"), "")
                              .with(new Timeouts(SHORT, LONG, LONG, LONG))));
      assertThat(failure.kind()).isEqualTo(Kind.DNS);
    }
  }

  @Test
  void givesUpWaitingForTheHead() throws Exception {
    try (ScriptedUpstream upstream = ScriptedUpstream.of(thenSilent("HTTP/1.1 200 O"))) {
      UpstreamException failure =
          failureOf(upstream.target("/"), new Timeouts(LONG, SHORT, LONG, LONG));
      assertThat(failure.kind()).isEqualTo(Kind.HEAD_TIMEOUT);
      assertThat(failure.requestMayHaveArrived()).isTrue();
      closed.await();
    }
  }

  @Test
  void givesUpAnUpstreamThatDoesNotTakeTheRequest() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (ScriptedUpstream upstream = ScriptedUpstream.of(peer -> peer.await(done))) {
      UpstreamCall call =
          UpstreamCall.post(upstream.target("/"), Headers.EMPTY, new byte[64 * 1024 * 1024])
              .with(new Timeouts(LONG, SHORT, LONG, LONG));
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> fixture.client().exchange(call));
      assertThat(failure.kind()).isEqualTo(Kind.HEAD_TIMEOUT);
      done.countDown();
    }
  }

  @Test
  void givesUpASilentStreamButKeepsWhatCame() throws Exception {
    String beginning = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n";
    try (ScriptedUpstream upstream = ScriptedUpstream.of(thenSilent(beginning));
        UpstreamResponse response =
            fixture
                .client()
                .exchange(
                    post(upstream.target("/"), "")
                        .with(new Timeouts(LONG, LONG, SHORT, Duration.ZERO)))) {
      assertThat(response.nextChunk()).asString().isEqualTo("abc");
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, response::nextChunk);
      assertThat(failure.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
      assertThat(failure.progress()).isEqualTo(Progress.RESPONSE_SEEN);
      closed.await();
    }
  }

  @Test
  void givesUpASilentBodyOfKnownLength() throws Exception {
    String beginning = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc";
    try (ScriptedUpstream upstream = ScriptedUpstream.of(thenSilent(beginning))) {
      UpstreamException failure =
          failureOf(upstream.target("/"), new Timeouts(LONG, LONG, SHORT, LONG));
      assertThat(failure.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
      closed.await();
    }
  }

  @Test
  void endsACallThatTakesTooLongAltogetherThoughItNeverFallsSilent() throws Exception {
    Script dripping =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
          while (true) {
            peer.chunk("drip");
            Thread.sleep(5);
          }
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(dripping)) {
      UpstreamException failure =
          failureOf(upstream.target("/"), new Timeouts(LONG, LONG, LONG, SHORT));
      assertThat(failure.kind()).isEqualTo(Kind.TOTAL_TIMEOUT);
    }
  }

  @Test
  void leavesNoTimerBehindThatHurtsTheNextCallOfTheConnection() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Script script =
        peer -> {
          peer.request();
          peer.send(ok("first"));
          peer.request();
          peer.await(go).send(ok("second"));
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(script)) {
      UpstreamCall brief =
          post(upstream.target("/"), "")
              .with(new Timeouts(LONG, LONG, LONG, Duration.ofSeconds(1)));
      try (UpstreamResponse response = fixture.client().exchange(brief)) {
        assertThat(text(response)).isEqualTo("first");
      }
      var second = UpstreamFixture.async(() -> fixture.ask(upstream.target("/")));
      long start = System.nanoTime();
      eventually(() -> System.nanoTime() - start > Duration.ofMillis(1300).toNanos());
      go.countDown();
      assertThat(second.get()).isEqualTo("second");
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void doesNotCountTheReadersOwnSilence() throws Exception {
    String large = "x".repeat(3_000_000);
    try (ScriptedUpstream upstream = ScriptedUpstream.of(answering(ok(large)));
        UpstreamResponse response =
            fixture
                .client()
                .exchange(
                    post(upstream.target("/"), "")
                        .with(new Timeouts(LONG, LONG, SHORT, Duration.ZERO)))) {
      long start = System.nanoTime();
      eventually(() -> System.nanoTime() - start > Duration.ofMillis(600).toNanos());
      assertThat(text(response)).hasSize(large.length());
    }
  }
}
