package io.omniroute.platform.http;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Reads a whole body on the I/O thread, bounded in length and time, and hands it over on a virtual
 * thread.
 */
final class Bodies {

  private static final long SLOWEST_SECONDS = 60;
  private static final byte[] NONE = new byte[0];

  private Bodies() {}

  /** Reads the body; a refusal is answered here. */
  static void read(
      HttpServerExchange exchange, long limit, String requestId, Consumer<byte[]> next) {
    if (exchange.getRequestContentLength() > limit) {
      tooLarge(exchange, limit, requestId);
      return;
    }
    if (exchange.isRequestComplete()) {
      onVirtualThread(exchange, () -> next.accept(NONE));
      return;
    }
    exchange.setMaxEntitySize(limit);
    BodyTimer timer = new BodyTimer(exchange);
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (ignored, body) -> {
              timer.stop();
              onVirtualThread(exchange, () -> next.accept(body));
            },
            (ignored, fault) -> {
              timer.stop();
              if (fault instanceof Receiver.RequestToLargeException
                  || fault instanceof io.undertow.server.RequestTooBigException) {
                tooLarge(exchange, limit, requestId);
              } else {
                IoUtils.safeClose(exchange.getConnection());
              }
            });
    timer.startUnlessStopped();
  }

  private static void tooLarge(HttpServerExchange exchange, long limit, String requestId) {
    // What is left of the body is not worth reading.
    exchange.setPersistent(false);
    exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
    PlainErrors.send(
        exchange,
        413,
        "Request body too large. Maximum allowed: " + Math.max(1, limit / (1024 * 1024)) + " MB",
        requestId);
  }

  private static void onVirtualThread(HttpServerExchange exchange, Runnable work) {
    exchange.dispatch(task -> Thread.ofVirtual().start(task), work);
  }

  /** Ends connections whose body drips; most bodies are there at once and need no timer. */
  private static final class BodyTimer {

    private final HttpServerExchange exchange;
    private boolean stopped;
    private XnioExecutor.Key key = () -> false;

    BodyTimer(HttpServerExchange exchange) {
      this.exchange = exchange;
    }

    void startUnlessStopped() {
      if (!stopped) {
        key =
            exchange
                .getIoThread()
                .executeAfter(
                    () -> IoUtils.safeClose(exchange.getConnection()),
                    SLOWEST_SECONDS,
                    TimeUnit.SECONDS);
      }
    }

    void stop() {
      stopped = true;
      key.remove();
    }
  }
}
