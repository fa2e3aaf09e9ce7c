package io.omniroute.platform.http;

import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.auth.FirstRun;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Set;

/**
 * The first thing a request meets. Decides on the I/O thread, by method and path alone, who
 * answers: an inference route, a management route or page, or nobody.
 */
final class Edge implements HttpHandler {

  private static final HttpString REQUEST_ID = new HttpString("X-Request-Id");
  private static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");

  private final InferenceRoutes inferenceRoutes;
  private final InferenceEndpoint inference;
  private final WebEndpoint web;
  private final FirstRun firstRun;
  private final AccessControl access;
  private final Cors cors;
  private volatile boolean draining;

  Edge(EdgeParts parts) {
    this.inferenceRoutes = parts.inferenceRoutes();
    this.inference = parts.inference();
    this.web = parts.web();
    this.firstRun = parts.firstRun();
    this.access = parts.access();
    this.cors = parts.cors();
  }

  /** From now on new requests are refused; running ones go on. */
  void drain() {
    draining = true;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    String id = RequestIds.next();
    String sent = exchange.getRequestHeaders().getFirst(REQUEST_ID);
    exchange.getResponseHeaders().put(REQUEST_ID, RequestIds.echo(sent, id));
    exchange.getResponseHeaders().put(CONTENT_TYPE_OPTIONS, "nosniff");
    if (!admitted(exchange, id)) {
      return;
    }
    String path = exchange.getRequestPath();
    String method = exchange.getRequestMethod().toString();
    RouteTable.Match<InferenceRoutes.Entry> route = inferenceRoutes.match(method, path);
    if (route != null) {
      cors.allow(exchange);
      inference.accept(exchange, route, id);
    } else if (exchange.getRequestMethod().equals(Methods.OPTIONS)) {
      cors.preflight(exchange, inferenceRoutes.methods(path));
    } else if (!web.accept(exchange, method, path, id)) {
      nobody(exchange, path, id);
    }
  }

  private boolean admitted(HttpServerExchange exchange, String id) {
    if (!firstRun.mayServe(exchange.getSourceAddress().getAddress())) {
      PlainErrors.send(
          exchange, 403, "Set a password first; until then only this machine is served", id);
      return false;
    }
    if (!access.hostAllowed(exchange.getRequestHeaders().getFirst(Headers.HOST))) {
      PlainErrors.send(exchange, 403, "This host name is not one of this gateway's", id);
      return false;
    }
    if (draining) {
      exchange.setPersistent(false);
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "5");
      PlainErrors.unavailable(exchange, "Server is shutting down", id);
      return false;
    }
    return true;
  }

  private void nobody(HttpServerExchange exchange, String path, String id) {
    Set<String> methods = inferenceRoutes.methods(path);
    if (methods.isEmpty()) {
      methods = web.methods(path);
    }
    if (!methods.isEmpty()) {
      exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", methods));
      PlainErrors.send(exchange, 405, "This path takes " + String.join(", ", methods), id);
    } else if (InferencePaths.looksLikeInference(path) || path.startsWith("/api/")) {
      PlainErrors.send(exchange, 404, "There is nothing at " + PlainErrors.shortened(path), id);
    } else {
      web.notFound(exchange, id);
    }
  }
}
