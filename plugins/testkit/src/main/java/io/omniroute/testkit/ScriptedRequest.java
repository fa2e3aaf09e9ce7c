package io.omniroute.testkit;

import io.omniroute.api.http.Headers;
import java.nio.charset.StandardCharsets;

/**
 * A request that came to a {@link ScriptedUpstream}.
 *
 * @param method the method
 * @param target path and query
 * @param headers the header fields
 * @param body the body
 */
public record ScriptedRequest(String method, String target, Headers headers, byte[] body) {

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
