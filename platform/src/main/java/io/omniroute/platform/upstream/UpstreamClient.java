package io.omniroute.platform.upstream;

import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.xnio.XnioWorker;

/**
 * The HTTP/1.1 client towards providers, on the I/O threads of an XNIO worker (the HTTP edge's own,
 * best). Meant for virtual threads: a call is plain blocking code. Thread-safe.
 *
 * <p>A request that meets a pooled connection which the upstream has just closed is sent once more,
 * on a fresh connection, if no byte of a response was seen. Nothing else is ever retried here.
 */
public final class UpstreamClient implements Upstream, AutoCloseable {

  private final UpstreamSettings settings;
  private final ConnectionPool pool;
  private final Dialer dialer;
  private final Set<Exchange> dialing = ConcurrentHashMap.newKeySet();
  private final LongAdder dialed = new LongAdder();
  private final LongAdder staleRetries = new LongAdder();

  /**
   * A client.
   *
   * @param worker not closed by this client
   * @param settings its limits
   */
  public UpstreamClient(XnioWorker worker, UpstreamSettings settings) {
    this.settings = settings;
    this.pool = new ConnectionPool(worker.getIoThread(), settings);
    this.dialer = new Dialer(worker, settings, pool);
  }

  @Override
  public UpstreamResponse exchange(UpstreamCall call) throws UpstreamException {
    Exchange exchange = new Exchange(call, settings.maxQueuedBytes());
    if (!call.cancellation().register(exchange)) {
      throw exchange.failure(Kind.CANCELLED, "the call was given up", null);
    }
    boolean answered = false;
    try {
      pool.checkOpen(exchange);
      send(exchange);
      UpstreamResponse response = ContentDecoding.decode(exchange);
      answered = true;
      return response;
    } finally {
      if (!answered) {
        exchange.close();
      }
    }
  }

  private void send(Exchange exchange) throws UpstreamException {
    UpstreamCall call = exchange.call();
    ByteBuffer[] request = RequestWriter.write(call);
    Connection pooled = pool.take(call.target().origin(), call.affinity());
    while (pooled != null) {
      if (pooled.send(exchange, request)) {
        if (exchange.awaitHead()) {
          return;
        }
        staleRetries.increment();
        request = RequestWriter.write(call);
        break;
      }
      pooled = pool.take(call.target().origin(), call.affinity());
    }
    if (!dial(exchange).send(exchange, request) || !exchange.awaitHead()) {
      throw exchange.failure(Kind.RESET, "the connection was closed before it was used", null);
    }
  }

  private Connection dial(Exchange exchange) throws UpstreamException {
    dialed.increment();
    dialing.add(exchange);
    try {
      return dialer.dial(exchange);
    } finally {
      dialing.remove(exchange);
    }
  }

  /** What the client holds and has done. */
  public UpstreamStatistics statistics() {
    return new UpstreamStatistics(
        pool.openCount(), pool.idleCount(), dialed.sum(), staleRetries.sum());
  }

  /**
   * Refuses new calls, closes idle connections, and waits for the running calls; those that are not
   * done in time are ended with {@link Kind#CLOSED}.
   *
   * @throws InterruptedException if interrupted while waiting; everything is closed all the same
   */
  public void close(Duration grace) throws InterruptedException {
    pool.stop();
    try {
      pool.awaitEmpty(grace);
    } finally {
      close();
    }
  }

  /** Refuses new calls and ends the running ones at once with {@link Kind#CLOSED}. */
  @Override
  public void close() {
    pool.stop();
    pool.abortAll();
    for (Exchange exchange : dialing) {
      exchange.abort(exchange.failure(Kind.CLOSED, "the client is closed", null));
    }
    dialer.close();
  }
}
