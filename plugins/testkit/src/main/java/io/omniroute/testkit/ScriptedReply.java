package io.omniroute.testkit;

import io.omniroute.api.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * What a {@link ScriptedUpstream} answers: a head and then steps. Immutable; the methods that add a
 * step return a new reply.
 *
 * @param status the HTTP status
 * @param headers header fields beside those of the framing
 * @param framing how the body's length is told
 * @param steps what happens after the head
 */
public record ScriptedReply(int status, Headers headers, Framing framing, List<Step> steps) {

  /** Copies the list. */
  public ScriptedReply {
    steps = List.copyOf(steps);
  }

  /** A whole JSON answer. */
  public static ScriptedReply json(int status, String body) {
    return body(status, "application/json", body);
  }

  /** A whole answer of any type. */
  public static ScriptedReply body(int status, String contentType, String body) {
    Send all = new Send(body.getBytes(StandardCharsets.UTF_8));
    return new ScriptedReply(
        status, Headers.of("Content-Type", contentType), Framing.LENGTH, List.of(all));
  }

  /** A stream of events in chunks: add pieces with {@link #send}. */
  public static ScriptedReply stream() {
    return new ScriptedReply(
        200, Headers.of("Content-Type", "text/event-stream"), Framing.CHUNKED, List.of());
  }

  /** A stream of these events, each written by itself. */
  public static ScriptedReply stream(String sse) {
    ScriptedReply reply = stream();
    for (String event : sse.split("(?<=\\n\\n)")) {
      reply = reply.send(event);
    }
    return reply;
  }

  /** The same with another header field. */
  public ScriptedReply with(String name, String value) {
    return new ScriptedReply(status, headers.with(name, value), framing, steps);
  }

  /** The same with another status. */
  public ScriptedReply withStatus(int other) {
    return new ScriptedReply(other, headers, framing, steps);
  }

  /** The same without a known length: the body ends with the connection. */
  public ScriptedReply untilClose() {
    return new ScriptedReply(status, headers, Framing.CLOSE, steps);
  }

  /** Then sends text. */
  public ScriptedReply send(String text) {
    return then(new Send(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Then sends text byte by byte, so that characters and lines are cut anywhere. */
  public ScriptedReply dribble(String text) {
    ScriptedReply reply = this;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      reply = reply.then(new Send(new byte[] {each}));
    }
    return reply;
  }

  /** Then waits for a latch, so that a test decides when it goes on. */
  public ScriptedReply await(CountDownLatch gate) {
    return then(new Await(gate));
  }

  /** Then resets the connection. */
  public ScriptedReply cut() {
    return then(new Cut());
  }

  private ScriptedReply then(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return new ScriptedReply(status, headers, framing, more);
  }

  /** How the length of a body is told. */
  public enum Framing {
    /** By {@code Content-Length}. */
    LENGTH,
    /** In chunks. */
    CHUNKED,
    /** By the end of the connection. */
    CLOSE
  }

  /** Something that happens after the head. */
  public sealed interface Step {}

  /**
   * Bytes are sent, and flushed.
   *
   * @param bytes the bytes
   */
  public record Send(byte[] bytes) implements Step {}

  /**
   * Nothing is sent until a test says so.
   *
   * @param gate opens the way
   */
  public record Await(CountDownLatch gate) implements Step {}

  /** The connection is reset. */
  public record Cut() implements Step {}
}
