package io.omniroute.platform.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.http.Headers;
import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.web.Access;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.WebHandler;
import io.omniroute.platform.web.WebResponse;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers management routes and pages. */
final class WebEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(WebEndpoint.class);

  private final RouteTable<Guarded> routes;
  private final AccessControl access;
  private final WebErrors errors;
  private final Exchanges exchanges;
  private final LongSupplier bodyLimit;

  WebEndpoint(
      RouteTable<Guarded> routes,
      AccessControl access,
      WebErrors errors,
      Exchanges exchanges,
      LongSupplier bodyLimit) {
    this.routes = routes;
    this.access = access;
    this.errors = errors;
    this.exchanges = exchanges;
    this.bodyLimit = bodyLimit;
  }

  Set<String> methods(String path) {
    return routes.methods(path);
  }

  /** Takes a request over, on the I/O thread; false where there is no such route. */
  boolean accept(HttpServerExchange exchange, String method, String path, String id) {
    RouteTable.Match<Guarded> match = routes.match(method, path);
    if (match == null) {
      return false;
    }
    run(exchange, id, body -> request(exchange, match, body, id));
    return true;
  }

  /** Answers a page that does not exist, in the look of the pages. */
  void notFound(HttpServerExchange exchange, String id) {
    run(
        exchange,
        id,
        body -> {
          ExchangeRequest request =
              new ExchangeRequest(exchange, Map.of(), body, id, new Principal.Anonymous());
          return errors.answer(
              request, new GatewayException(ErrorCode.NOT_FOUND, "There is no such page"));
        });
  }

  private void run(HttpServerExchange exchange, String id, Answer answer) {
    Exchanges.Running running = exchanges.begin(exchange);
    exchange.addExchangeCompleteListener(
        (done, following) -> {
          exchanges.end(running);
          following.proceed();
        });
    Bodies.read(
        exchange,
        bodyLimit.getAsLong(),
        id,
        body -> {
          UndertowResponse out = new UndertowResponse(exchange);
          try {
            send(exchange, out, answer.of(body));
          } catch (IOException gone) {
            running.cancellation.cancel();
          } finally {
            out.finish();
          }
        });
  }

  private WebResponse request(
      HttpServerExchange exchange, RouteTable.Match<Guarded> match, byte[] body, String id) {
    ExchangeRequest anonymous =
        new ExchangeRequest(exchange, match.variables(), body, id, new Principal.Anonymous());
    try {
      Principal principal = access.authorize(match.target().access(), anonymous);
      ExchangeRequest request =
          new ExchangeRequest(exchange, match.variables(), body, id, principal);
      WebResponse response = match.target().handler().handle(request);
      return access
          .renewal(request)
          .map(cookie -> response.with("Set-Cookie", cookie.header()))
          .orElse(response);
    } catch (GatewayException e) {
      return errors.answer(anonymous, e);
    } catch (RuntimeException e) {
      LOG.error("{} {} failed ({})", anonymous.method(), anonymous.path(), id, e);
      return errors.answer(
          anonymous,
          new GatewayException(ErrorCode.INTERNAL, "The gateway failed; its log says more"));
    }
  }

  private static void send(HttpServerExchange exchange, UndertowResponse out, WebResponse response)
      throws IOException {
    for (WebResponse.Header header : response.headers()) {
      exchange
          .getResponseHeaders()
          .add(new io.undertow.util.HttpString(header.name()), header.value());
    }
    switch (response.body()) {
      case WebResponse.Body.Bytes bytes ->
          out.whole(response.status(), Headers.NONE, bytes.content());
      case WebResponse.Body.Stream stream -> {
        out.begin(response.status(), Headers.NONE);
        try (ResponseOutput body = out.stream()) {
          stream.writer().write(body);
        }
        out.end();
      }
    }
  }

  /**
   * A route and who may call it.
   *
   * @param access who
   * @param handler the handler
   */
  record Guarded(Access access, WebHandler handler) {}

  @FunctionalInterface
  private interface Answer {
    WebResponse of(byte[] body);
  }
}
