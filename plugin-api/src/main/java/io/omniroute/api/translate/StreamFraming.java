package io.omniroute.api.translate;

/** How an upstream frames a stream. */
public enum StreamFraming {
  /** Server-sent events. */
  SSE,
  /** One JSON text a line. */
  JSON_LINES,
  /** One JSON array that grows. */
  JSON_ARRAY,
  /** Bytes as they come; the decoder frames them itself. */
  BYTES
}
