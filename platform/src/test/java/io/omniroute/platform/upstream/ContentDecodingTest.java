package io.omniroute.platform.upstream;

import static io.omniroute.platform.upstream.UpstreamFixture.post;
import static io.omniroute.platform.upstream.UpstreamFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omniroute.platform.upstream.ScriptedUpstream.Script;
import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentDecodingTest {

  private UpstreamFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = UpstreamFixture.create();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(String text, boolean bare) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static Script coded(String coding, byte[] body) {
    return peer -> {
      while (true) {
        peer.request();
        peer.send(
            "HTTP/1.1 200 OK\r\nContent-Encoding: "
                + coding
                + "\r\ncontent-length: "
                + body.length
                + "\r\n\r\n");
        peer.send(body);
      }
    };
  }

  @Test
  void decodesWhatWasNotAskedForAndHidesThatItWasCoded() throws Exception {
    byte[][] bodies = {gzip("content"), deflate("content", false), deflate("content", true)};
    String[] codings = {"GZIP", "deflate", "deflate"};
    for (int i = 0; i < bodies.length; i++) {
      try (ScriptedUpstream upstream = ScriptedUpstream.of(coded(codings[i], bodies[i]))) {
        try (UpstreamResponse response =
            fixture.client().exchange(post(upstream.target("/"), ""))) {
          assertThat(response.headers().contains("content-encoding")).isFalse();
          assertThat(response.headers().contains("content-length")).isFalse();
          assertThat(text(response)).isEqualTo("content");
        }
        assertThat(fixture.ask(upstream.target("/"))).isEqualTo("content");
        assertThat(upstream.connections()).isEqualTo(1);
      }
    }
  }

  @Test
  void leavesAloneWhatTheCallerAskedFor() throws Exception {
    byte[] body = gzip("content");
    try (ScriptedUpstream upstream = ScriptedUpstream.of(coded("gzip", body))) {
      UpstreamCall call =
          UpstreamCall.get(upstream.target("/"), Headers.of("accept-encoding", "gzip"));
      try (UpstreamResponse response = fixture.client().exchange(call)) {
        assertThat(response.headers().first("content-encoding")).contains("gzip");
        assertThat(response.readAll(1000)).isEqualTo(body);
      }
    }
  }

  @Test
  void decodesAStreamAsItComes() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GZIPOutputStream out = new GZIPOutputStream(bytes, 512, true);
    out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    int first = bytes.size();
    out.write("data: 2\n\n".getBytes(StandardCharsets.UTF_8));
    out.close();
    byte[] whole = bytes.toByteArray();
    Script script =
        peer -> {
          peer.request();
          peer.send("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n");
          peer.send(Arrays.copyOf(whole, first)).await(go);
          peer.send(Arrays.copyOfRange(whole, first, whole.length));
        };
    try (ScriptedUpstream upstream = ScriptedUpstream.of(script);
        UpstreamResponse response = fixture.client().exchange(post(upstream.target("/"), ""))) {
      assertThat(response.nextChunk()).asString().isEqualTo("data: 1\n\n");
      go.countDown();
      assertThat(text(response)).isEqualTo("data: 2\n\n");
    }
  }

  @Test
  void refusesCodingsItDoesNotKnowAndContentThatIsNotWhatItSays() throws Exception {
    byte[] junk = "certainly not compressed".getBytes(StandardCharsets.UTF_8);
    for (String coding : new String[] {"br", "gzip", "gzip, gzip"}) {
      try (ScriptedUpstream upstream = ScriptedUpstream.of(coded(coding, junk))) {
        UpstreamException failure =
            catchThrowableOfType(UpstreamException.class, () -> fixture.ask(upstream.target("/")));
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
      }
    }
  }

  @Test
  void saysThatCompressedContentWasCut() throws Exception {
    byte[] whole = gzip("content");
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    try (ScriptedUpstream upstream = ScriptedUpstream.of(coded("gzip", cut))) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> fixture.ask(upstream.target("/")));
      assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
    }
  }

  @Test
  void countsWhatIsDecodedAgainstTheLimit() throws Exception {
    byte[] bomb = gzip("0".repeat(10_000_000));
    assertThat(bomb.length).isLessThan(20_000);
    try (ScriptedUpstream upstream = ScriptedUpstream.of(coded("gzip", bomb));
        UpstreamResponse response = fixture.client().exchange(post(upstream.target("/"), ""))) {
      UpstreamException failure =
          catchThrowableOfType(UpstreamException.class, () -> response.readAll(1_000_000));
      assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
    }
  }
}
