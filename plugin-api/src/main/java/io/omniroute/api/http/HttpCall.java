package io.omniroute.api.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param method the method in upper case
 * @param uri the absolute address
 * @param headers the fields; the host adds what the transport needs
 * @param body the body, or null
 */
public record HttpCall(String method, URI uri, Headers headers, byte @Nullable [] body) {

  /** A request without a body. */
  public static HttpCall get(URI uri, Headers headers) {
    return new HttpCall("GET", uri, headers, null);
  }

  /** A request with a JSON body. */
  public static HttpCall postJson(URI uri, Headers headers, byte[] json) {
    return new HttpCall("POST", uri, headers.with("Content-Type", "application/json"), json);
  }

  /** Only method and address without the query, which may hold a key. */
  @Override
  public String toString() {
    return method + " " + uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
  }
}
