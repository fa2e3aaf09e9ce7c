package io.omniroute.platform.http;

import io.omniroute.api.json.JsonObject;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;

/** Errors of requests that reached no handler, as JSON of the shape most tools understand. */
final class PlainErrors {

  private static final int LONGEST_PATH = 100;

  private PlainErrors() {}

  static void send(HttpServerExchange exchange, int status, String message, String requestId) {
    write(
        exchange,
        status,
        JsonObject.builder()
            .put("message", message)
            .put("type", type(status))
            .put("code", code(status))
            .put("correlation_id", requestId)
            .build());
  }

  /** The shape scripts know from a server that is stopping. */
  static void unavailable(HttpServerExchange exchange, String message, String requestId) {
    write(
        exchange,
        503,
        JsonObject.builder()
            .put("code", "SERVICE_UNAVAILABLE")
            .put("message", message)
            .put("type", "server_error")
            .put("correlation_id", requestId)
            .build());
  }

  /** The body alone, for those who send it themselves. */
  static byte[] body(int status, String message) {
    JsonObject error =
        JsonObject.builder()
            .put("message", message)
            .put("type", type(status))
            .put("code", code(status))
            .build();
    return JsonObject.builder().put("error", error).build().toBytes();
  }

  static String shortened(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
  }

  private static void write(HttpServerExchange exchange, int status, JsonObject error) {
    if (exchange.isResponseStarted()) {
      exchange.endExchange();
      return;
    }
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    byte[] body = JsonObject.builder().put("error", error).build().toBytes();
    exchange.getResponseSender().send(ByteBuffer.wrap(body));
  }

  private static String type(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 413 -> "payload_too_large";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }

  private static String code(int status) {
    return switch (status) {
      case 400 -> "bad_request";
      case 403 -> "forbidden";
      case 404 -> "not_found";
      case 405 -> "method_not_allowed";
      case 408 -> "request_timeout";
      case 413 -> "PAYLOAD_TOO_LARGE";
      default -> "internal_server_error";
    };
  }
}
