package io.omniroute.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer.
 *
 * @param status the HTTP status
 * @param headers header fields in their order; a name may stand more than once
 * @param body what follows the head
 */
public record WebResponse(int status, List<Header> headers, Body body) {

  /** Copies the header list. */
  public WebResponse {
    headers = List.copyOf(headers);
  }

  /** Answers with a page. */
  public static WebResponse html(int status, byte[] page) {
    return of(status, "text/html; charset=utf-8", page);
  }

  /** Answers with JSON text. */
  public static WebResponse json(int status, byte[] json) {
    return of(status, "application/json", json);
  }

  /** Answers with plain text. */
  public static WebResponse text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers with bytes of a type. */
  public static WebResponse of(int status, String contentType, byte[] content) {
    return new WebResponse(
        status, List.of(new Header("Content-Type", contentType)), new Body.Bytes(content));
  }

  /** Answers without a body. */
  public static WebResponse empty(int status) {
    return new WebResponse(status, List.of(), new Body.Bytes(new byte[0]));
  }

  /** Sends the browser elsewhere with a {@code GET}. */
  public static WebResponse seeOther(String location) {
    return empty(303).with("Location", location);
  }

  /** The same answer with one more header field. */
  public WebResponse with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new WebResponse(status, more, body);
  }

  /** One header field. */
  public record Header(String name, String value) {}

  /** What follows the head. */
  public sealed interface Body {

    /** A body that is known as a whole. */
    record Bytes(byte[] content) implements Body {}

    /** A body that is written piece by piece; a flush sends what was written. */
    record Stream(Writer writer) implements Body {}
  }

  /** Writes a streamed body; runs on the request's virtual thread and may block. */
  @FunctionalInterface
  public interface Writer {

    /**
     * Writes the body and returns when it is complete.
     *
     * @throws IOException when the client has gone
     */
    void write(OutputStream out) throws IOException;
  }
}
