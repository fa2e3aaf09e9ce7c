package io.omniroute.platform.web;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request without a wire. Immutable: every step gives a new one. */
public final class TestRequest implements WebRequest {

  private final String method;
  private final String path;
  private final Map<String, String> headers;
  private final Map<String, String> query;
  private final Map<String, String> fields;
  private final Rest rest;

  private TestRequest(
      String method,
      String path,
      Map<String, String> headers,
      Map<String, String> query,
      Map<String, String> fields,
      Rest rest) {
    this.method = method;
    this.path = path;
    this.headers = Map.copyOf(headers);
    this.query = Map.copyOf(query);
    this.fields = Map.copyOf(fields);
    this.rest = rest;
  }

  /** A request from loopback by nobody, without body. */
  public static TestRequest of(String method, String path) {
    return new TestRequest(
        method,
        path,
        Map.of(),
        Map.of(),
        Map.of(),
        new Rest(
            new byte[0],
            null,
            null,
            InetAddress.getLoopbackAddress(),
            Map.of(),
            new Principal.Anonymous()));
  }

  /** With a header field. */
  public TestRequest header(String name, String value) {
    return new TestRequest(
        method, path, with(headers, name.toLowerCase(Locale.ROOT), value), query, fields, rest);
  }

  /** With a query parameter. */
  public TestRequest query(String name, String value) {
    return new TestRequest(method, path, headers, with(query, name, value), fields, rest);
  }

  /** With a form field. */
  public TestRequest field(String name, String value) {
    return new TestRequest(method, path, headers, query, with(fields, name, value), rest);
  }

  /** With a session's cookie. */
  public TestRequest session(String value) {
    return with(
        new Rest(rest.body, value, rest.file, rest.address, rest.variables, rest.principal));
  }

  /** With a body. */
  public TestRequest body(byte[] body) {
    return with(
        new Rest(body, rest.cookie, rest.file, rest.address, rest.variables, rest.principal));
  }

  /** With an uploaded file. */
  public TestRequest file(Form.Upload file) {
    return with(
        new Rest(rest.body, rest.cookie, file, rest.address, rest.variables, rest.principal));
  }

  /** From another address. */
  public TestRequest from(String address) {
    return with(
        new Rest(
            rest.body,
            rest.cookie,
            rest.file,
            InetAddress.ofLiteral(address),
            rest.variables,
            rest.principal));
  }

  /** With the variables of a route. */
  public TestRequest variables(Map<String, String> variables) {
    return with(
        new Rest(rest.body, rest.cookie, rest.file, rest.address, variables, rest.principal));
  }

  /** By somebody. */
  public TestRequest by(Principal principal) {
    return with(
        new Rest(rest.body, rest.cookie, rest.file, rest.address, rest.variables, principal));
  }

  private TestRequest with(Rest next) {
    return new TestRequest(method, path, headers, query, fields, next);
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String pathVariable(String name) {
    return rest.variables.get(name);
  }

  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  @Override
  public Map<String, List<String>> queryParameters() {
    return lists(query);
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(rest.cookie).filter(ignored -> name.equals("auth_token"));
  }

  @Override
  public byte[] body() {
    return rest.body;
  }

  @Override
  public Form form() {
    return new Form(lists(fields), rest.file == null ? Map.of() : Map.of("file", rest.file));
  }

  @Override
  public InetAddress clientAddress() {
    return rest.address;
  }

  @Override
  public boolean secure() {
    return false;
  }

  @Override
  public String requestId() {
    return "request-1";
  }

  @Override
  public Principal principal() {
    return rest.principal;
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> more = new HashMap<>(map);
    more.put(name, value);
    return more;
  }

  private static Map<String, List<String>> lists(Map<String, String> values) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    values.forEach((name, value) -> lists.put(name, List.of(value)));
    return lists;
  }

  private record Rest(
      byte[] body,
      String cookie,
      Form.Upload file,
      InetAddress address,
      Map<String, String> variables,
      Principal principal) {}
}
