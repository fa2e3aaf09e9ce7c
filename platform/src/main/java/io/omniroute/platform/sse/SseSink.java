package io.omniroute.platform.sse;

/** Takes events as a reader finds them. */
@FunctionalInterface
public interface SseSink {

  /** Takes one event or comment; its data may be kept. */
  void event(SseEvent event);
}
