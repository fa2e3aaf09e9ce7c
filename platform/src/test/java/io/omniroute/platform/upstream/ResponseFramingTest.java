package io.omniroute.platform.upstream;

import static io.omniroute.platform.upstream.ScriptedUpstream.answering;
import static io.omniroute.platform.upstream.ScriptedUpstream.ok;
import static io.omniroute.platform.upstream.UpstreamFixture.post;
import static io.omniroute.platform.upstream.UpstreamFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.platform.upstream.ScriptedUpstream.Request;
import io.omniroute.platform.upstream.ScriptedUpstream.Script;
import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseFramingTest {

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
  void sendsTheRequestAsGivenAndNothingThatBelongsToTheConnection() throws Exception {
    BlockingQueue<Request> seen = new LinkedBlockingQueue<>();
    Script script =
        peer -> {
          seen.add(peer.request());
          peer.send(ok("fine"));
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(script)) {
      Headers headers =
          Headers.of(
              "Authorization", "Bearer k",
              "Expect", "100-continue",
              "Upgrade", "h2c",
              "Connection", "upgrade",
              "Host", "elsewhere",
              "Content-Length", "999",
              "x-mine", "a, b");
      UpstreamCall call =
          UpstreamCall.post(
              upstream.target("/v1/chat?x=1"),
              headers,
              "{\"é\":1}".getBytes(StandardCharsets.UTF_8));
      try (UpstreamResponse response = fixture.client().exchange(call)) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(text(response)).isEqualTo("fine");
      }
      Request request = seen.take();
      assertThat(request.line()).isEqualTo("POST /v1/chat?x=1 HTTP/1.1");
      assertThat(request.text()).isEqualTo("{\"é\":1}");
      assertThat(request.head().split("\r\n"))
          .containsExactly(
              "POST /v1/chat?x=1 HTTP/1.1",
              "host: localhost:" + upstream.port(),
              "Authorization: Bearer k",
              "x-mine: a, b",
              "accept-encoding: identity",
              "content-length: 8");
    }
  }

  @Test
  void readsChunkedBodiesWithExtensionsAndTrailersAndKeepsTheConnection() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n";
    String chunks = "5;name=\"v\"\r\nhello\r\n1\r\n \r\n0a \r\n0123456789\r\n";
    String response = String.join("", head, chunks, "0\r\nx-sum: 1\r\nx: y\r\n\r\n");
    try (ScriptedUpstream upstream = ScriptedUpstream.of(answering(response))) {
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("hello 0123456789");
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("hello 0123456789");
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void readsAResponseThatComesByteByByte() throws Exception {
    Script script =
        peer -> {
          while (true) {
            peer.request();
            peer.dribble("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
            peer.dribble("3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n");
          }
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(script)) {
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("abcd");
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("abcd");
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void collectsAShortBodyThatComesInPieces() throws Exception {
    CountDownLatch rest = new CountDownLatch(1);
    Script script =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nabc").await(rest).send("def");
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(script)) {
      var answer = UpstreamFixture.async(() -> fixture.ask(upstream.target("/")));
      rest.countDown();
      assertThat(answer.get()).isEqualTo("abcdef");
    }
  }

  @Test
  void readsABodyThatEndsWithTheConnectionAndDoesNotReuseIt() throws Exception {
    Script script =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\n\r\nuntil the end");
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(script)) {
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("until the end");
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("until the end");
      assertThat(upstream.connections()).isEqualTo(2);
    }
  }

  @Test
  void honoursConnectionCloseAlsoWithinAListAndInHttp10() throws Exception {
    try (ScriptedUpstream listed =
            ScriptedUpstream.of(
                answering(
                    "HTTP/1.1 200 OK\r\nconnection: foo, Close\r\ncontent-length: 1\r\n\r\na"));
        ScriptedUpstream old =
            ScriptedUpstream.of(answering("HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\nb"));
        ScriptedUpstream oldKept =
            ScriptedUpstream.of(
                answering(
                    "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\ncontent-length: 1\r\n\r\nc"))) {
      for (ScriptedUpstream upstream : new ScriptedUpstream[] {listed, old, oldKept}) {
        assertThat(fixture.ask(upstream.target("/"))).hasSize(1);
        assertThat(fixture.ask(upstream.target("/"))).hasSize(1);
      }
      assertThat(listed.connections()).isEqualTo(2);
      assertThat(old.connections()).isEqualTo(2);
      assertThat(oldKept.connections()).isEqualTo(1);
    }
  }

  @Test
  void skipsInterimResponses() throws Exception {
    String response =
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n" + ok("last");
    try (ScriptedUpstream upstream = ScriptedUpstream.of(answering(response))) {
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("last");
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("last");
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void knowsResponsesWithoutBody() throws Exception {
    String noContent = "HTTP/1.1 204 No Content\r\n\r\n";
    String notModified = "HTTP/1.1 304 Not Modified\r\ncontent-length: 10\r\n\r\n";
    String head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n";
    Script script =
        peer -> {
          for (String response : new String[] {noContent, notModified, head}) {
            peer.request();
            peer.send(response);
          }
          peer.awaitClosed();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(script)) {
      assertThat(fixture.ask(upstream.target("/"))).isEmpty();
      assertThat(fixture.ask(upstream.target("/"))).isEmpty();
      UpstreamCall call = post(upstream.target("/"), "");
      UpstreamCall headCall =
          new UpstreamCall(
              "HEAD",
              call.target(),
              call.headers(),
              call.body(),
              call.timeouts(),
              call.cancellation(),
              null);
      try (UpstreamResponse response = fixture.client().exchange(headCall)) {
        assertThat(response.headers().first("Content-Length")).contains("10");
        assertThat(response.nextChunk()).isNull();
      }
      assertThat(upstream.connections()).isEqualTo(1);
    }
  }

  @Test
  void carriesLargeBodiesBothWays() throws Exception {
    byte[] large = new byte[7_000_001];
    new java.util.Random(1).nextBytes(large);
    Script echo =
        peer -> {
          Request request = peer.request();
          peer.send("HTTP/1.1 200 OK\r\ncontent-length: " + request.body().length + "\r\n\r\n");
          peer.send(request.body());
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(echo)) {
      UpstreamCall call = UpstreamCall.post(upstream.target("/"), Headers.EMPTY, large);
      try (UpstreamResponse response = fixture.client().exchange(call)) {
        assertThat(response.readAll(large.length)).isEqualTo(large);
      }
    }
  }

  @Test
  void refusesABodyBeyondTheReadersLimitAndClosesTheConnection() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    Script script =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n");
          peer.chunk("x".repeat(600)).chunk("x".repeat(600));
          peer.awaitClosed();
          closed.countDown();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(script);
        UpstreamResponse response = fixture.client().exchange(post(upstream.target("/"), ""))) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> response.readAll(1000));
      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
      closed.await();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\n folded: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nname : x\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\n\r\n",
      })
  void refusesWhatIsNotHttp11(String response) throws Exception {
    try (ScriptedUpstream upstream = ScriptedUpstream.of(answering(response))) {
      UpstreamException failure =
          catchThrowableOfType(
              UpstreamException.class, () -> fixture.ask(upstream.target("/secret-path")));
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      assertThat(failure.responseSeen()).isTrue();
      assertThat(failure).hasMessageNotContaining("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\nab\r\n", "2\r\nabX", "fffffffffffffffff\r\n", "\r\n"})
  void refusesBadChunkFraming(String body) throws Exception {
    String response = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + body;
    try (ScriptedUpstream upstream = ScriptedUpstream.of(answering(response))) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> fixture.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    }
  }

  @Test
  void boundsTheHeadOfAResponse() throws Exception {
    Script endless =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\n");
          while (true) {
            peer.send("x-filler: " + "y".repeat(1000) + "\r\n");
          }
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(endless)) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> fixture.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    }
  }

  @Test
  void neverTakesBytesBeyondAResponseForTheNextOne() throws Exception {
    Script smuggler =
        peer -> {
          peer.request();
          peer.send(ok("one") + ok("smuggled"));
          peer.awaitClosed();
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(smuggler, answering(ok("two")))) {
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("one");
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("two");
    }
  }

  @Test
  void neverShowsACutBodyAsComplete() throws Exception {
    String[] cuts = {
      "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc",
      "HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\nabc",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n",
      "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
    };
    for (String cut : cuts) {
      Script script =
          peer -> {
            peer.request();
            peer.send(cut);
          };
      try (ScriptedUpstream upstream = ScriptedUpstream.of(script);
          UpstreamResponse response = fixture.client().exchange(post(upstream.target("/"), ""))) {
        assertThat(response.status()).isEqualTo(200);
        UpstreamException failure =
            catchThrowableOfType(UpstreamException.class, () -> text(response));
        assertThat(failure.kind()).isEqualTo(Kind.TRUNCATED);
      }
    }
  }

  @Test
  void seesAResponseToAHalfSentRequest() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Script early =
        peer -> {
          peer.head();
          peer.send("HTTP/1.1 413 Too Large\r\ncontent-length: 3\r\n\r\nbig").await(done);
        };
    byte[] huge = new byte[32 * 1024 * 1024];
    try (ScriptedUpstream upstream = ScriptedUpstream.of(early, answering(ok("next")))) {
      UpstreamCall call = UpstreamCall.post(upstream.target("/"), Headers.EMPTY, huge);
      try (UpstreamResponse response = fixture.client().exchange(call)) {
        assertThat(response.status()).isEqualTo(413);
        assertThat(text(response)).isEqualTo("big");
      }
      assertThat(fixture.ask(upstream.target("/"))).isEqualTo("next");
      assertThat(upstream.connections()).isEqualTo(2);
      done.countDown();
    }
  }
}
