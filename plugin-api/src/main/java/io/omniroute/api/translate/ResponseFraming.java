package io.omniroute.api.translate;

/**
 * How frames become bytes.
 *
 * @param contentType the media type of the stream
 * @param style how frames are separated
 */
public record ResponseFraming(String contentType, Style style) {

  /** Server-sent events with LF. */
  public static final ResponseFraming SSE =
      new ResponseFraming("text/event-stream; charset=utf-8", Style.SSE);

  /** How frames are separated. */
  public enum Style {
    /** Server-sent events with LF line ends. */
    SSE,
    /** Server-sent events with CRLF line ends. */
    SSE_CRLF,
    /** One JSON text a line. */
    JSON_LINES,
    /** One JSON array that grows. */
    JSON_ARRAY,
    /** The frames' bytes as they are. */
    BYTES
  }
}
