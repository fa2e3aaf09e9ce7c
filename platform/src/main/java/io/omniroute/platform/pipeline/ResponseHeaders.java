package io.omniroute.platform.pipeline;

import io.omniroute.api.http.Headers;

/** Header fields of answers to clients. */
final class ResponseHeaders {

  private static final String PROVIDER = "X-OmniRoute-Provider";
  private static final String MODEL = "X-OmniRoute-Model";

  private ResponseHeaders() {}

  static Headers whole(Attempt attempt, String contentType) {
    return Headers.builder()
        .add("Content-Type", contentType)
        .add(PROVIDER, attempt.target().providerId())
        .add(MODEL, printable(attempt.target().model().id()))
        .build();
  }

  static Headers stream(Attempt attempt, String contentType) {
    return Headers.builder()
        .add("Content-Type", contentType)
        .add("Cache-Control", "no-cache, no-transform")
        .add("X-Accel-Buffering", "no")
        .add(PROVIDER, attempt.target().providerId())
        .add(MODEL, printable(attempt.target().model().id()))
        .build();
  }

  /** A model's id is the caller's own text, and a header field takes visible ASCII alone. */
  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return text.replaceAll("[^ -~]", "?");
      }
    }
    return text;
  }
}
