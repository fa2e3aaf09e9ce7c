package io.omniroute.dashboard.preview;

import io.omniroute.platform.web.Form;
import io.omniroute.platform.web.Principal;
import io.omniroute.platform.web.WebRequest;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that came from nowhere.
 *
 * @param headers by lower-case name
 */
record FakeRequest(
    String method,
    String path,
    Map<String, List<String>> queryParameters,
    Map<String, String> headers,
    Form form,
    Map<String, String> variables,
    Principal principal)
    implements WebRequest {

  /** A request for an address with its query. */
  static FakeRequest of(String method, String address, Map<String, String> headers, Form form) {
    int question = address.indexOf('?');
    String path = question < 0 ? address : address.substring(0, question);
    String query = question < 0 ? "" : address.substring(question + 1);
    Map<String, String> lower = new LinkedHashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return new FakeRequest(
        method, path, pairs(query), lower, form, Map.of(), new Principal.Anonymous());
  }

  /** Decodes {@code a=1&b=2}. */
  static Map<String, List<String>> pairs(String text) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.computeIfAbsent(decode(name), ignored -> new ArrayList<>()).add(decode(value));
      }
    }
    return pairs;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  FakeRequest with(Map<String, String> pathVariables, Principal caller) {
    return new FakeRequest(method, path, queryParameters, headers, form, pathVariables, caller);
  }

  @Override
  public String pathVariable(String name) {
    return Optional.ofNullable(variables.get(name)).orElseThrow();
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(queryParameters.get(name)).map(List::getFirst);
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Optional<String> cookie(String name) {
    for (String cookie : headers.getOrDefault("cookie", "").split("; *")) {
      if (cookie.startsWith(name + "=")) {
        return Optional.of(cookie.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  @Override
  public byte[] body() {
    return new byte[0];
  }

  @Override
  public InetAddress clientAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public boolean secure() {
    return false;
  }

  @Override
  public String requestId() {
    return "req-42";
  }
}
