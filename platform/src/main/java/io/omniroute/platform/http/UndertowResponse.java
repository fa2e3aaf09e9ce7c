package io.omniroute.platform.http;

import io.omniroute.api.http.Headers;
import io.omniroute.platform.pipeline.ClientResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/** Writes answers through the server's exchange, from the request's virtual thread. */
final class UndertowResponse implements ClientResponse {

  private static final Duration STALL = Duration.ofSeconds(60);
  private static final int MOST_NAMES = 512;
  private static final Map<String, HttpString> NAMES = new ConcurrentHashMap<>();

  private final HttpServerExchange exchange;
  private @Nullable BlockingChannel channel;
  private boolean begun;
  private boolean ended;

  UndertowResponse(HttpServerExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Sends from the I/O thread: it also ends the exchange there, so that the connection's next
   * request is read by the thread that waits for it. (Ended elsewhere, the I/O thread would spin
   * until the other thread has let go of the connection.)
   */
  @Override
  public void whole(int status, Headers headers, byte[] body) {
    begun = true;
    ended = true;
    head(status, headers);
    exchange.setResponseContentLength(body.length);
    exchange.getIoThread().execute(() -> exchange.getResponseSender().send(ByteBuffer.wrap(body)));
  }

  @Override
  public void begin(int status, Headers headers) {
    begun = true;
    head(status, headers);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    open().write(ByteBuffer.wrap(bytes));
  }

  @Override
  public void end() {
    ended = true;
    exchange.getIoThread().execute(exchange::endExchange);
  }

  @Override
  public boolean begun() {
    return begun;
  }

  /** The body as a stream; closing it flushes, and {@link #end} ends the answer. */
  ResponseOutput stream() throws IOException {
    return new ResponseOutput(open());
  }

  /** Ends an exchange that nobody ended: where an answer was begun, by closing the connection. */
  void finish() {
    if (ended) {
      return;
    }
    ended = true;
    exchange
        .getIoThread()
        .execute(
            () -> {
              if (begun) {
                exchange.setPersistent(false);
                IoUtils.safeClose(exchange.getConnection());
              }
              exchange.endExchange();
            });
  }

  private void head(int status, Headers headers) {
    exchange.setStatusCode(status);
    for (Headers.Field field : headers.fields()) {
      exchange.getResponseHeaders().put(name(field.name()), field.value());
    }
  }

  private BlockingChannel open() throws IOException {
    BlockingChannel sink = channel;
    if (sink == null) {
      var raw = exchange.getResponseChannel();
      if (raw == null) {
        throw new IOException("the client has gone");
      }
      sink = new BlockingChannel(raw, STALL);
      channel = sink;
    }
    return sink;
  }

  private static HttpString name(String text) {
    HttpString known = NAMES.get(text);
    if (known == null) {
      known = new HttpString(text);
      if (NAMES.size() < MOST_NAMES) {
        NAMES.put(text, known);
      }
    }
    return known;
  }
}
