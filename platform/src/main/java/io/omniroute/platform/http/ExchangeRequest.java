package io.omniroute.platform.http;

import io.omniroute.platform.web.Form;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.WebRequest;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.Cookie;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of a management route or page, over the server's exchange. */
final class ExchangeRequest implements WebRequest {

  private final HttpServerExchange exchange;
  private final Map<String, String> variables;
  private final byte[] body;
  private final String requestId;
  private final Principal principal;
  private @Nullable Form form;

  ExchangeRequest(
      HttpServerExchange exchange,
      Map<String, String> variables,
      byte[] body,
      String requestId,
      Principal principal) {
    this.exchange = exchange;
    this.variables = variables;
    this.body = body;
    this.requestId = requestId;
    this.principal = principal;
  }

  @Override
  public String method() {
    return exchange.getRequestMethod().toString();
  }

  @Override
  public String path() {
    return exchange.getRequestPath();
  }

  @Override
  public String pathVariable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no variable " + name);
    }
    return value;
  }

  @Override
  public Optional<String> query(String name) {
    var values = exchange.getQueryParameters().get(name);
    return values == null ? Optional.empty() : Optional.ofNullable(values.peekFirst());
  }

  @Override
  public Map<String, List<String>> queryParameters() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    exchange.getQueryParameters().forEach((name, values) -> all.put(name, List.copyOf(values)));
    return all;
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(exchange.getRequestCookie(name)).map(Cookie::getValue);
  }

  @Override
  public byte[] body() {
    return body;
  }

  @Override
  public Form form() {
    Form parsed = form;
    if (parsed == null) {
      parsed = FormBodies.parse(header("Content-Type").orElse(""), body);
      form = parsed;
    }
    return parsed;
  }

  @Override
  public InetAddress clientAddress() {
    return exchange.getSourceAddress().getAddress();
  }

  @Override
  public boolean secure() {
    String forwarded = exchange.getRequestHeaders().getFirst("X-Forwarded-Proto");
    boolean https = exchange.getRequestScheme().equals("https");
    return forwarded == null ? https : forwarded.split(",", 2)[0].strip().equals("https");
  }

  @Override
  public String requestId() {
    return requestId;
  }

  @Override
  public Principal principal() {
    return principal;
  }

  /** The header fields by name, for those who look for credentials. */
  List<String> headerValues(String name) {
    var values = exchange.getRequestHeaders().get(name);
    return values == null ? List.of() : new ArrayList<>(values);
  }
}
