package io.omniroute.platform.upstream;

import static io.omniroute.platform.upstream.ScriptedUpstream.answering;
import static io.omniroute.platform.upstream.ScriptedUpstream.ok;
import static io.omniroute.platform.upstream.UpstreamFixture.async;
import static io.omniroute.platform.upstream.UpstreamFixture.post;
import static io.omniroute.platform.upstream.UpstreamFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.platform.upstream.ScriptedUpstream.Script;
import io.omniroute.platform.upstream.UpstreamException.Kind;
import io.omniroute.platform.upstream.UpstreamException.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  @TempDir private static Path folder;
  private static TestCertificates certificates;
  private static TestCertificates wrongName;

  private UpstreamFixture fixture;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = TestCertificates.forNames(folder, "dns:localhost,ip:127.0.0.1");
    wrongName = TestCertificates.forNames(folder, "dns:elsewhere.example");
  }

  @BeforeEach
  void start() throws Exception {
    fixture = UpstreamFixture.create(UpstreamSettings.defaults().withTls(certificates.client()));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void speaksTlsAndKeepsTheConnection() throws Exception {
    try (ScriptedUpstream upstream =
        ScriptedUpstream.tls(certificates.server(), answering(ok("safe")))) {
      for (int i = 0; i < 5; i++) {
        assertThat(fixture.ask(upstream.target("/"))).isEqualTo("safe");
      }
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void sendsTheServersNameAndOffersNoOtherProtocol() throws Exception {
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Script script =
        peer -> {
          peer.request();
          SSLSocket socket = (SSLSocket) peer.socket();
          ExtendedSSLSession session = (ExtendedSSLSession) socket.getSession();
          for (SNIServerName name : session.getRequestedServerNames()) {
            seen.add(new String(name.getEncoded(), StandardCharsets.US_ASCII));
          }
          seen.add("alpn:" + socket.getApplicationProtocol());
          peer.send(ok("a"));
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.tls(certificates.server(), script)) {
      fixture.ask(upstream.target("/"));
      assertThat(seen).containsExactly("localhost", "alpn:");
    }
  }

  @Test
  void checksAddressesAgainstTheCertificateToo() throws Exception {
    try (ScriptedUpstream upstream =
        ScriptedUpstream.tls(certificates.server(), answering(ok("safe")))) {
      UpstreamTarget byAddress = UpstreamTarget.of("https://127.0.0.1:" + upstream.port());
      assertThat(fixture.ask(byAddress)).isEqualTo("safe");
    }
  }

  @Test
  void refusesACertificateForAnotherName() throws Exception {
    try (UpstreamFixture trusting =
            UpstreamFixture.create(UpstreamSettings.defaults().withTls(wrongName.client()));
        ScriptedUpstream upstream =
            ScriptedUpstream.tls(wrongName.server(), answering(ok("trap")))) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> trusting.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.TLS);
      assertThat(failure.progress()).isEqualTo(Progress.NOTHING_SENT);
      assertThat(failure).rootCause().hasMessageContaining("localhost");
      assertThat(trusting.client().statistics().open()).isZero();
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor() throws Exception {
    try (UpstreamFixture strict = UpstreamFixture.create();
        ScriptedUpstream upstream =
            ScriptedUpstream.tls(certificates.server(), answering(ok("trap")))) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> strict.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.TLS);
    }
  }

  @Test
  void resumesSessions() throws Exception {
    BlockingQueue<String> sessions = new LinkedBlockingQueue<>();
    Script once =
        peer -> {
          peer.request();
          sessions.add(Long.toString(((SSLSocket) peer.socket()).getSession().getCreationTime()));
          peer.send("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 1\r\n\r\na");
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.tls(certificates.server(), once)) {
      fixture.ask(upstream.target("/"));
      // A fresh session of the second connection would have been made later.
      long before = System.currentTimeMillis();
      UpstreamFixture.eventually(() -> System.currentTimeMillis() > before + 5);
      fixture.ask(upstream.target("/"));
      assertThat(sessions.take()).isEqualTo(sessions.take());
      assertThat(upstream.connections()).isEqualTo(2);
    }
  }

  @Test
  void carriesLargeBodiesBothWays() throws Exception {
    byte[] large = new byte[5_000_001];
    new Random(1).nextBytes(large);
    Script echo =
        peer -> {
          byte[] body = peer.request().body();
          peer.send("HTTP/1.1 200 OK\r\ncontent-length: " + body.length + "\r\n\r\n").send(body);
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.tls(certificates.server(), echo)) {
      UpstreamCall call = UpstreamCall.post(upstream.target("/"), Headers.EMPTY, large);
      try (UpstreamResponse response = fixture.client().exchange(call)) {
        assertThat(response.readAll(large.length)).isEqualTo(large);
      }
    }
  }

  @Test
  void streamsChunkByChunk() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Script script =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").chunk("one");
          peer.await(go).chunk("two").send("0\r\n\r\n");
          peer.awaitClosed();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.tls(certificates.server(), script);
        UpstreamResponse response = fixture.client().exchange(post(upstream.target("/"), ""))) {
      assertThat(response.nextChunk()).asString().isEqualTo("one");
      go.countDown();
      assertThat(text(response)).isEqualTo("two");
    }
  }

  @Test
  void takesOnlyAnAnnouncedEndForTheEndOfABody() throws Exception {
    Script announced =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\n\r\nwhole");
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.tls(certificates.server(), announced)) {
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("whole");
    }
    Script cut =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\n\r\nwho").cut();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.tls(certificates.server(), cut)) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> fixture.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.TRUNCATED);
    }
  }

  @Test
  void givesUpAHandshakeThatGetsNoAnswerAndAnUpstreamThatSpeaksNoTls() throws Exception {
    Timeouts brief =
        new Timeouts(Duration.ofMillis(200), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    try (ScriptedUpstream mute = ScriptedUpstream.of(peer -> peer.awaitClosed());
        ScriptedUpstream plain =
            ScriptedUpstream.of(peer -> peer.send("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
      assertThat(failureOver(mute, brief).kind()).isEqualTo(Kind.CONNECT_TIMEOUT);
      assertThat(failureOver(plain, Timeouts.DEFAULT).kind()).isEqualTo(Kind.TLS);
      assertThat(fixture.client().statistics().open()).isZero();
    }
  }

  private UpstreamException failureOver(ScriptedUpstream upstream, Timeouts timeouts) {
    UpstreamTarget target = UpstreamTarget.of("https://localhost:" + upstream.port() + "/");
    return catchThrowableOfType(
        UpstreamException.class,
        () -> fixture.client().exchange(post(target, "").with(timeouts)).close());
  }

  @Test
  void repeatsARequestThatMeetsAStaleConnection() throws Exception {
    Script closing =
        peer -> {
          peer.request();
          peer.send(ok("a"));
          peer.request();
        };
    try (ScriptedUpstream upstream =
        ScriptedUpstream.tls(certificates.server(), closing, answering(ok("b")))) {
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("a");
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("b");
    }
  }

  @Test
  void cancelsAtOnce() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Cancellation signal = new Cancellation();
    Script silent =
        peer -> {
          peer.request();
          arrived.countDown();
          peer.awaitClosed();
          closed.countDown();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.tls(certificates.server(), silent)) {
      UpstreamCall call = post(upstream.target("/"), "").with(signal);
      var running =
          async(
              () ->
                  catchThrowableOfType(
                      UpstreamException.class, () -> fixture.client().exchange(call)));
      arrived.await();
      signal.cancel();
      assertThat(running.get().kind()).isEqualTo(Kind.CANCELLED);
      closed.await();
    }
  }
}
