package io.omniroute.platform.upstream;

import static io.omniroute.platform.upstream.ScriptedUpstream.answering;
import static io.omniroute.platform.upstream.ScriptedUpstream.ok;
import static io.omniroute.platform.upstream.UpstreamFixture.async;
import static io.omniroute.platform.upstream.UpstreamFixture.eventually;
import static io.omniroute.platform.upstream.UpstreamFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.platform.upstream.ScriptedUpstream.Script;
import io.omniroute.platform.upstream.UpstreamException.Kind;
import io.omniroute.platform.upstream.UpstreamException.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectionReuseTest {

  private UpstreamFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = UpstreamFixture.create();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void forgetsAnIdleConnectionThatTheUpstreamCloses() throws Exception {
    Script once =
        peer -> {
          peer.request();
          peer.send(ok("a"));
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(once)) {
      fixture.ask(upstream.target("/"));
      eventually(() -> fixture.client().statistics().open() == 0);
      fixture.ask(upstream.target("/"));
      assertThat(fixture.client().statistics().staleRetries()).isZero();
      assertThat(upstream.connections()).isEqualTo(2);
    }
  }

  @Test
  void repeatsARequestOnceThatMeetsAConnectionClosedAtThatMoment() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    Script closing =
        peer -> {
          peer.request();
          peer.send(ok("a"));
          peer.request();
          requests.incrementAndGet();
        };
    Script resetting =
        peer -> {
          peer.request();
          peer.send(ok("b"));
          peer.request();
          requests.incrementAndGet();
          peer.reset();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(closing, resetting, answering(ok("c")))) {
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("a");
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("b");
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("c");
      assertThat(fixture.client().statistics().staleRetries()).isEqualTo(2);
      assertThat(requests).hasValue(2);
    }
  }

  @Test
  void doesNotRepeatARequestOnAFreshConnection() throws Exception {
    try (ScriptedUpstream upstream = ScriptedUpstream.of(peer -> peer.request())) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> fixture.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.RESET);
      assertThat(failure.progress()).isEqualTo(Progress.REQUEST_SENT);
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void doesNotRepeatARequestMoreThanOnce() throws Exception {
    Script good =
        peer -> {
          peer.request();
          peer.send(ok("a"));
          peer.request();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(good, peer -> peer.request())) {
      fixture.ask(upstream.target("/"));
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> fixture.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.RESET);
      assertThat(upstream.connections()).isEqualTo(2);
    }
  }

  @Test
  void doesNotRepeatARequestOnceAByteOfTheResponseCame() throws Exception {
    Script cut =
        peer -> {
          peer.request();
          peer.send(ok("a"));
          peer.request();
          peer.send("H");
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(cut)) {
      fixture.ask(upstream.target("/"));
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> fixture.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.RESET);
      assertThat(failure.progress()).isEqualTo(Progress.RESPONSE_SEEN);
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void closesIdleAndOldConnections() throws Exception {
    Duration brief = Duration.ofMillis(100);
    Duration day = Duration.ofDays(1);
    UpstreamSettings defaults = UpstreamSettings.defaults();
    for (UpstreamSettings settings :
        List.of(defaults.withLifetimes(brief, day), defaults.withLifetimes(day, brief))) {
      try (UpstreamFixture ageing = UpstreamFixture.create(settings);
          ScriptedUpstream upstream = ScriptedUpstream.of(answering(ok("a")))) {
        ageing.ask(upstream.target("/"));
        assertThat(ageing.client().statistics().open()).isEqualTo(1);
        eventually(() -> ageing.client().statistics().open() == 0);
      }
    }
  }

  @Test
  void keepsNoMoreIdleConnectionsThanAllowed() throws Exception {
    CountDownLatch together = new CountDownLatch(5);
    Script meeting =
        peer -> {
          while (true) {
            peer.request();
            together.countDown();
            peer.await(together).send(ok("a"));
          }
        };
    UpstreamSettings settings = UpstreamSettings.defaults().withConnections(100, 2);
    try (UpstreamFixture limited = UpstreamFixture.create(settings);
        ScriptedUpstream upstream = ScriptedUpstream.of(meeting)) {
      List<CompletableFuture<String>> calls = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        calls.add(async(() -> limited.ask(upstream.target("/"))));
      }
      for (CompletableFuture<String> call : calls) {
        assertThat(call.get()).isEqualTo("a");
      }
      assertThat(limited.client().statistics().open()).isEqualTo(2);
      assertThat(limited.client().statistics().idle()).isEqualTo(2);
    }
  }

  @Test
  void boundsAllConnectionsAndMakesRoomByClosingIdleOnes() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CountDownLatch busy = new CountDownLatch(1);
    Script slow =
        peer -> {
          peer.request();
          busy.countDown();
          peer.await(done).send(ok("slow"));
        };
    UpstreamSettings settings = UpstreamSettings.defaults().withConnections(1, 10);
    try (UpstreamFixture limited = UpstreamFixture.create(settings);
        ScriptedUpstream first = ScriptedUpstream.of(answering(ok("a")));
        ScriptedUpstream second = ScriptedUpstream.of(slow)) {
      limited.ask(first.target("/"));
      var running = async(() -> limited.ask(second.target("/")));
      busy.await();
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> limited.ask(first.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.CAPACITY);
      assertThat(failure.requestMayHaveArrived()).isFalse();
      done.countDown();
      assertThat(running.get()).isEqualTo("slow");
    }
  }

  @Test
  void triesTheNextAddressWhenOneRefuses() throws Exception {
    InetAddress dead = InetAddress.ofLiteral("127.0.0.2");
    InetAddress alive = InetAddress.ofLiteral("127.0.0.1");
    UpstreamSettings settings =
        UpstreamSettings.defaults().withResolver(host -> List.of(dead, alive));
    try (UpstreamFixture many = UpstreamFixture.create(settings);
        ScriptedUpstream upstream = ScriptedUpstream.of(answering(ok("a")))) {
      assertThat(many.ask(upstream.target("/"))).isEqualTo("a");
    }
  }

  @Test
  void saysWhatIsWrongWithAnAddress() throws Exception {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    UpstreamException refused =
        catchThrowableOfType(
            UpstreamException.class,
            () -> fixture.ask(UpstreamTarget.of("http://127.0.0.1:" + unused)));
    assertThat(refused.kind()).isEqualTo(Kind.CONNECT_REFUSED);
    UpstreamException unknown =
        catchThrowableOfType(
            UpstreamException.class, () -> fixture.ask(UpstreamTarget.of("http://no.invalid/")));
    assertThat(unknown.kind()).isEqualTo(Kind.DNS);
    assertThat(fixture.client().statistics().open()).isZero();
  }

  @Test
  void drainsOnClose() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Script slow =
        peer -> {
          peer.request();
          arrived.countDown();
          peer.await(go).send(ok("done"));
          peer.awaitClosed();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(slow)) {
      var running = async(() -> fixture.ask(upstream.target("/")));
      arrived.await();
      var closing =
          async(
              () -> {
                fixture.client().close(Duration.ofSeconds(20));
                return true;
              });
      eventually(() -> refusesNewCalls(upstream));
      assertThat(closing).isNotDone();
      go.countDown();
      assertThat(running.get()).isEqualTo("done");
      closing.get();
      assertThat(fixture.client().statistics().open()).isZero();
    }
  }

  private boolean refusesNewCalls(ScriptedUpstream upstream) {
    Duration brief = Duration.ofMillis(100);
    UpstreamCall probe =
        post(upstream.target("/"), "").with(new Timeouts(brief, brief, brief, brief));
    try (UpstreamResponse response = fixture.client().exchange(probe)) {
      return response.status() == 0;
    } catch (UpstreamException e) {
      return e.kind() == Kind.CLOSED;
    }
  }

  @Test
  void endsRunningCallsWhenClosedAtOnce() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    Script never =
        peer -> {
          peer.request();
          arrived.countDown();
          peer.awaitClosed();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(never)) {
      var running =
          async(
              () ->
                  catchThrowableOfType(
                      UpstreamException.class, () -> fixture.ask(upstream.target("/"))));
      arrived.await();
      fixture.client().close();
      assertThat(running.get().kind()).isEqualTo(Kind.CLOSED);
    }
  }
}
