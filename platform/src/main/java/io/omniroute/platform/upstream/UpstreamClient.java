package io.omniroute.platform.upstream;

import org.xnio.XnioWorker;

/** Stub. */
public final class UpstreamClient implements Upstream, AutoCloseable {

  /** A client on the worker's I/O threads. */
  public UpstreamClient(XnioWorker worker, UpstreamSettings settings) {}

  @Override
  public UpstreamResponse exchange(UpstreamCall call) throws UpstreamException {
    throw new UnsupportedOperationException();
  }

  /** Closes idle connections; running calls go on, new ones fail. */
  @Override
  public void close() {}
}
