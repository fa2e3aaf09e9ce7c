package io.omniroute.platform.http;

import io.omniroute.api.http.Headers;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.util.Locale;
import java.util.Set;

/**
 * A client's header fields without what must not go further: credentials and connection matters.
 */
final class ClientHeaders {

  private static final Set<String> WITHHELD =
      Set.of(
          "authorization",
          "x-api-key",
          "x-goog-api-key",
          "cookie",
          "proxy-authorization",
          "host",
          "content-length",
          "content-type",
          "accept-encoding",
          "connection",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect");

  private ClientHeaders() {}

  static Headers of(HttpServerExchange exchange) {
    HeaderMap sent = exchange.getRequestHeaders();
    Headers.Builder headers = Headers.builder();
    for (long cursor = sent.fastIterate(); cursor != -1; cursor = sent.fiNext(cursor)) {
      HeaderValues values = sent.fiCurrent(cursor);
      String name = values.getHeaderName().toString();
      if (!WITHHELD.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> headers.add(name, value));
      }
    }
    return headers.build();
  }
}
