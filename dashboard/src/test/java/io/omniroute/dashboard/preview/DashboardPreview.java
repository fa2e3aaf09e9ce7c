package io.omniroute.dashboard.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.omniroute.dashboard.DashboardRoutes;
import io.omniroute.platform.web.Form;
import io.omniroute.platform.web.WebResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows the dashboard over invented data: {@code DashboardPreview <port> busy|fresh}. Everybody is
 * logged in unless the address says {@code _as=nobody}; {@code _theme=dark} and {@code
 * _language=fr} stand in for the cookies, and {@code _method=POST} sends the rest of the address as
 * a form, so that every state of a page can be photographed.
 */
public final class DashboardPreview {

  private final RouteBook routes;

  private DashboardPreview(RouteBook routes) {
    this.routes = routes;
  }

  /** Serves until it is killed. */
  public static void main(String[] args) throws IOException {
    Clock clock = Clock.system(ZoneId.systemDefault());
    FakeGateway gateway =
        args[1].equals("fresh") ? FakeGateway.fresh(clock) : FakeGateway.busy(clock);
    DashboardPreview preview =
        new DashboardPreview(new RouteBook(new DashboardRoutes(gateway.sources(), clock)));
    int port = Integer.parseInt(args[0]);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", preview::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      WebResponse response = routes.answer(request(exchange));
      for (WebResponse.Header header : response.headers()) {
        exchange.getResponseHeaders().add(header.name(), header.value());
      }
      byte[] body = ((WebResponse.Body.Bytes) response.body()).content();
      exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    } catch (RuntimeException e) {
      e.printStackTrace();
      throw e;
    }
  }

  private static FakeRequest request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    String address = exchange.getRequestURI().toString();
    StringBuilder cookies = new StringBuilder(headers.getOrDefault("Cookie", ""));
    if (!address.contains("_as=nobody")) {
      cookies.append("; ").append(RouteBook.SESSION);
    }
    for (List<String> stand :
        List.of(List.of("_theme", "omniroute_theme"), List.of("_language", "omniroute_language"))) {
      String value = value(address, stand.getFirst());
      if (!value.isEmpty()) {
        cookies.insert(0, stand.getLast() + "=" + value + "; ");
      }
    }
    headers.put("Cookie", cookies.toString());
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (value(address, "_method").equals("POST")) {
      headers.remove("Sec-fetch-site");
      String fields = address.substring(address.indexOf('?') + 1) + "&_csrf=preview-csrf-token";
      return FakeRequest.of(
          "POST", address, headers, new Form(FakeRequest.pairs(fields), Map.of()));
    }
    Form form = form(headers.getOrDefault("Content-type", ""), body);
    return FakeRequest.of(exchange.getRequestMethod(), address, headers, form);
  }

  private static String value(String address, String name) {
    int question = address.indexOf('?');
    return question < 0
        ? ""
        : FakeRequest.pairs(address.substring(question + 1))
            .getOrDefault(name, List.of(""))
            .getFirst();
  }

  private static Form form(String type, byte[] body) {
    if (type.startsWith("multipart/")) {
      return Multipart.read(type, new String(body, StandardCharsets.ISO_8859_1));
    }
    return new Form(FakeRequest.pairs(new String(body, StandardCharsets.UTF_8)), Map.of());
  }
}
