package io.omniroute.api.translate;

/**
 * Observes an answer that is forwarded unread: finds the first content, the usage, errors and the
 * end at little cost. Holds the state of one answer; not thread-safe.
 */
public interface PassthroughTap {

  /** Looks at one frame of a stream. */
  Signal frame(Frame frame);

  /** Looks at a whole answer. */
  Signal whole(byte[] body);

  /** Whether the answer's own end was seen; a stream that closes before it was cut off. */
  boolean ended();
}
