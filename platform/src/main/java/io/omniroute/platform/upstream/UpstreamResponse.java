package io.omniroute.platform.upstream;

import org.jspecify.annotations.Nullable;

/**
 * A response whose head is there and whose body is read by one thread at a time. Content that the
 * caller did not ask for ({@code content-encoding: gzip} or {@code deflate}) arrives decoded.
 */
public interface UpstreamResponse extends AutoCloseable {

  /** The status, 200 to 599. */
  int status();

  /** The end-to-end fields of the head. */
  Headers headers();

  /**
   * Reads what is left of the body and blocks until its end.
   *
   * @param maxBytes the most it may hold
   * @throws UpstreamException {@link UpstreamException.Kind#TOO_LARGE} beyond the limit, or how the
   *     body broke off; the connection is closed then
   */
  byte[] readAll(int maxBytes) throws UpstreamException;

  /**
   * The next piece of the body, of any size above zero, as soon as there is one; null at its end.
   * Blocks. The array is the caller's own. Not reading stops the upstream: about a quarter of a
   * megabyte is held, then the socket is not read any more.
   *
   * @throws UpstreamException if the body breaks off: a cut body never looks complete
   */
  byte @Nullable [] nextChunk() throws UpstreamException;

  /**
   * The next piece of the body if there is one already, null if there is none yet or no more. Does
   * not block; lets a writer send what is there with one flush.
   *
   * @throws UpstreamException as {@link #nextChunk()}
   */
  byte @Nullable [] pollChunk() throws UpstreamException;

  /** Gives the rest up and closes the connection at once. Any thread; does nothing at the end. */
  void cancel();

  /** Same as {@link #cancel()}: a response read to its end has given its connection back before. */
  @Override
  void close();
}
