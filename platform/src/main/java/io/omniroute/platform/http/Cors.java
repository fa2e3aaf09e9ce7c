package io.omniroute.platform.http;

import io.omniroute.platform.auth.ApiKeys;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins call the inference routes (WHATWG Fetch 3.2). Reading an answer still
 * takes an API key, or a page of this machine: see {@link ApiKeys#admit}.
 */
final class Cors {

  private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
  private static final HttpString ALLOW_METHODS = new HttpString("Access-Control-Allow-Methods");
  private static final HttpString ALLOW_HEADERS = new HttpString("Access-Control-Allow-Headers");
  private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
  private static final HttpString MAX_AGE = new HttpString("Access-Control-Max-Age");

  private final Supplier<List<String>> origins;

  Cors(Supplier<List<String>> origins) {
    this.origins = origins;
  }

  /** Adds what lets a page read the answer. */
  void allow(HttpServerExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    if (origin == null) {
      return;
    }
    String allowed = allowed(origin);
    if (allowed != null) {
      exchange.getResponseHeaders().put(ALLOW_ORIGIN, allowed);
      exchange.getResponseHeaders().put(EXPOSE_HEADERS, "*");
      if (!allowed.equals("*")) {
        exchange.getResponseHeaders().add(Headers.VARY, "Origin");
      }
    }
  }

  /** Answers the question a browser asks before it sends a request. */
  void preflight(HttpServerExchange exchange, Set<String> methods) {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    String allowed = allowed(origin == null ? "*" : origin);
    if (!methods.isEmpty() && allowed != null) {
      exchange.getResponseHeaders().put(ALLOW_ORIGIN, allowed);
      exchange.getResponseHeaders().put(ALLOW_METHODS, String.join(", ", methods) + ", OPTIONS");
      exchange.getResponseHeaders().put(ALLOW_HEADERS, "*");
      exchange.getResponseHeaders().put(MAX_AGE, "600");
      exchange.getResponseHeaders().add(Headers.VARY, "Origin");
    }
    exchange.setStatusCode(methods.isEmpty() ? 404 : 204);
    exchange.endExchange();
  }

  private @Nullable String allowed(String origin) {
    List<String> allowed = origins.get();
    if (allowed.isEmpty() || allowed.contains("*")) {
      return "*";
    }
    return allowed.contains(origin) ? origin : null;
  }
}
