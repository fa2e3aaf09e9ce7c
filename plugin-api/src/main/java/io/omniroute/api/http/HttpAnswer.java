package io.omniroute.api.http;

import java.nio.charset.StandardCharsets;

/**
 * A whole answer.
 *
 * @param status the HTTP status
 * @param headers the fields
 * @param body the body, empty where there is none
 */
public record HttpAnswer(int status, Headers headers, byte[] body) {

  /** Whether the status is 2xx. */
  public boolean successful() {
    return status >= 200 && status < 300;
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Status and size only. */
  @Override
  public String toString() {
    return status + " (" + body.length + " bytes)";
  }
}
