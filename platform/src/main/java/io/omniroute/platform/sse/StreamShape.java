package io.omniroute.platform.sse;

/**
 * What a body that should be a stream of events looks like by its first byte that is no blank. Some
 * upstreams answer with a plain document, or an error page, whatever their content type says.
 */
public enum StreamShape {
  /** Only blanks so far. */
  UNDECIDED,
  /** Server-sent events. */
  EVENTS,
  /** A JSON object, or JSON lines. */
  JSON_OBJECT,
  /** A JSON array, which may be streamed element by element. */
  JSON_ARRAY,
  /** Markup: an error page. */
  MARKUP;

  private static final int BOM_LEAD = 0xEF;

  /** Looks at the first bytes of a body. */
  public static StreamShape of(byte[] bytes, int offset, int length) {
    int from = offset;
    int end = offset + length;
    if (from < end && (bytes[from] & 0xff) == BOM_LEAD) {
      from += 3;
    }
    for (int i = from; i < end; i++) {
      switch (bytes[i]) {
        case ' ', '\t', '\r', '\n' -> {}
        case '{' -> {
          return JSON_OBJECT;
        }
        case '[' -> {
          return JSON_ARRAY;
        }
        case '<' -> {
          return MARKUP;
        }
        default -> {
          return EVENTS;
        }
      }
    }
    return UNDECIDED;
  }

  /** Looks at the first chunk of a body. */
  public static StreamShape of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }
}
