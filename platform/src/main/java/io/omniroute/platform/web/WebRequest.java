package io.omniroute.platform.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as a handler sees it. The body is already read (bounded by the route's limit). */
public interface WebRequest {

  /** The method in upper case. */
  String method();

  /** The decoded path without the query. */
  String path();

  /** A variable of the route's template, decoded. */
  String pathVariable(String name);

  /** The first value of a query parameter. */
  Optional<String> query(String name);

  /** All query parameters in their order. */
  Map<String, List<String>> queryParameters();

  /** The first value of a header; names are case-insensitive. */
  Optional<String> header(String name);

  /** The value of a cookie. */
  Optional<String> cookie(String name);

  /** The body's bytes, empty when there is none. */
  byte[] body();

  /** The fields of an url-encoded or multipart body. */
  Form form();

  /** The address of the peer (or of the client, where a trusted proxy says so). */
  InetAddress clientAddress();

  /** Whether the client came over https, directly or through a proxy. */
  boolean secure();

  /** The id of this request, also in the answer's {@code X-Request-Id}. */
  String requestId();

  /** Who calls. */
  Principal principal();
}
