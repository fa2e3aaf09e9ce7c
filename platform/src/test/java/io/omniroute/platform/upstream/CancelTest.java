package io.omniroute.platform.upstream;

import static io.omniroute.platform.upstream.ScriptedUpstream.answering;
import static io.omniroute.platform.upstream.ScriptedUpstream.ok;
import static io.omniroute.platform.upstream.UpstreamFixture.async;
import static io.omniroute.platform.upstream.UpstreamFixture.eventually;
import static io.omniroute.platform.upstream.UpstreamFixture.post;
import static io.omniroute.platform.upstream.UpstreamFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.platform.upstream.ScriptedUpstream.Script;
import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CancelTest {

  private final CountDownLatch arrived = new CountDownLatch(1);
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

  private Script silentAfter(String beginning) {
    return peer -> {
      peer.request();
      peer.send(beginning);
      arrived.countDown();
      peer.awaitClosed();
      closed.countDown();
    };
  }

  @Test
  void releasesAThreadThatWaitsForTheHeadAndClosesTheSocket() throws Exception {
    Cancellation signal = new Cancellation();
    try (ScriptedUpstream upstream = ScriptedUpstream.of(silentAfter(""))) {
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
      assertThat(fixture.client().statistics().open()).isZero();
    }
  }

  @Test
  void releasesAThreadThatReadsAStream() throws Exception {
    Cancellation signal = new Cancellation();
    String beginning = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n";
    try (ScriptedUpstream upstream = ScriptedUpstream.of(silentAfter(beginning))) {
      CountDownLatch reading = new CountDownLatch(1);
      var running =
          async(
              () -> {
                UpstreamResponse response =
                    fixture.client().exchange(post(upstream.target("/"), "").with(signal));
                assertThat(response.nextChunk()).asString().isEqualTo("abc");
                reading.countDown();
                return catchThrowableOfType(UpstreamException.class, response::nextChunk);
              });
      reading.await();
      signal.cancel();
      assertThat(running.get().kind()).isEqualTo(Kind.CANCELLED);
      closed.await();
    }
  }

  @Test
  void closesTheSocketWhenAResponseIsClosedBeforeItsEnd() throws Exception {
    String beginning = "HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\nabc";
    try (ScriptedUpstream upstream = ScriptedUpstream.of(silentAfter(beginning))) {
      try (UpstreamResponse response = fixture.client().exchange(post(upstream.target("/"), ""))) {
        assertThat(response.status()).isEqualTo(200);
      }
      closed.await();
    }
  }

  @Test
  void givesUpWhenTheThreadIsInterrupted() throws Exception {
    try (ScriptedUpstream upstream = ScriptedUpstream.of(silentAfter(""))) {
      AtomicReference<Thread> thread = new AtomicReference<>();
      var running =
          async(
              () -> {
                thread.set(Thread.currentThread());
                UpstreamException failure =
                    catchThrowableOfType(
                        UpstreamException.class, () -> fixture.ask(upstream.target("/")));
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return failure;
              });
      arrived.await();
      thread.get().interrupt();
      assertThat(running.get().kind()).isEqualTo(Kind.CANCELLED);
      closed.await();
    }
  }

  @Test
  void startsNothingAfterTheSignal() throws Exception {
    Cancellation signal = new Cancellation();
    signal.cancel();
    try (ScriptedUpstream upstream = ScriptedUpstream.of(answering(ok("a")))) {
      UpstreamException failure =
          catchThrowableOfType(
              UpstreamException.class,
              () -> fixture.client().exchange(post(upstream.target("/"), "").with(signal)));
      assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
      assertThat(failure.requestMayHaveArrived()).isFalse();
      assertThat(upstream.connections()).isZero();
    }
  }

  @Test
  void releasesAThreadThatCannotGetRidOfItsRequest() throws Exception {
    Cancellation signal = new Cancellation();
    CountDownLatch done = new CountDownLatch(1);
    try (ScriptedUpstream upstream =
        ScriptedUpstream.of(
            peer -> {
              peer.head();
              arrived.countDown();
              peer.await(done);
            })) {
      UpstreamCall call =
          UpstreamCall.post(upstream.target("/"), Headers.EMPTY, new byte[64 * 1024 * 1024])
              .with(signal);
      var running =
          async(
              () ->
                  catchThrowableOfType(
                      UpstreamException.class, () -> fixture.client().exchange(call)));
      arrived.await();
      signal.cancel();
      assertThat(running.get().kind()).isEqualTo(Kind.CANCELLED);
      done.countDown();
    }
  }

  @Test
  void doesNoHarmAfterTheEnd() throws Exception {
    Cancellation signal = new Cancellation();
    try (ScriptedUpstream upstream = ScriptedUpstream.of(answering(ok("a")))) {
      try (UpstreamResponse response =
          fixture.client().exchange(post(upstream.target("/"), "").with(signal))) {
        assertThat(text(response)).isEqualTo("a");
        signal.cancel();
      }
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("a");
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void stopsReadingWhatNobodyTakes() throws Exception {
    AtomicLong written = new AtomicLong();
    byte[] block = new byte[64 * 1024];
    long total = 100L * 1024 * 1024;
    Script flood =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\ncontent-length: " + total + "\r\n\r\n");
          while (written.get() < total) {
            peer.send(block);
            written.addAndGet(block.length);
          }
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(flood);
        UpstreamResponse response = fixture.client().exchange(post(upstream.target("/"), ""))) {
      long read = response.nextChunk().length;
      long[] last = {-1, System.nanoTime()};
      eventually(() -> quietFor(300_000_000L, written.get(), last));
      // Socket buffers of both ends, and ours: nowhere near the whole.
      assertThat(written.get()).isLessThan(total / 5);
      for (byte[] piece = response.nextChunk(); piece != null; piece = response.nextChunk()) {
        read += piece.length;
      }
      assertThat(read).isEqualTo(total);
    }
  }

  private static boolean quietFor(long nanos, long value, long[] last) {
    if (value != last[0]) {
      last[0] = value;
      last[1] = System.nanoTime();
    }
    return System.nanoTime() - last[1] > nanos;
  }
}
