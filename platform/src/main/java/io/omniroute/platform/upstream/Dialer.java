package io.omniroute.platform.upstream;

import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoFuture;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/**
 * Makes connections, in blocking steps on the caller's thread: name, TCP, TLS. A tunnel through a
 * proxy would be a step between the last two. Thread-safe.
 */
final class Dialer implements AutoCloseable {

  private static final OptionMap SOCKET_OPTIONS =
      OptionMap.create(Options.TCP_NODELAY, true, Options.KEEP_ALIVE, true);

  private final XnioWorker worker;
  private final UpstreamSettings settings;
  private final ConnectionPool pool;
  private final Resolver resolver;
  private final RecordBuffers recordBuffers = new RecordBuffers();
  private final ConcurrentHashMap<XnioIoThread, Scratch> scratches = new ConcurrentHashMap<>();

  Dialer(XnioWorker worker, UpstreamSettings settings, ConnectionPool pool) {
    this.worker = worker;
    this.settings = settings;
    this.pool = pool;
    this.resolver = new Resolver(settings.resolver());
  }

  /** A new connection to the call's origin, taken in by the pool. Blocks. */
  Connection dial(Exchange exchange) throws UpstreamException {
    Origin origin = exchange.call().target().origin();
    pool.reserve(exchange);
    Wire wire = null;
    try {
      wire = wire(exchange, origin);
      Scratch scratch =
          scratches.computeIfAbsent(wire.socket().getIoThread(), thread -> new Scratch());
      Connection connection = new Connection(origin, wire, scratch, pool, settings.maxHeadBytes());
      pool.opened(connection);
      connection.open();
      return connection;
    } finally {
      if (wire == null) {
        pool.unreserve();
      }
    }
  }

  private Wire wire(Exchange exchange, Origin origin) throws UpstreamException {
    long limit = exchange.nanosFor(exchange.call().timeouts().connect());
    long start = System.nanoTime();
    List<InetAddress> addresses = resolver.resolve(exchange, limit);
    IOException refused = null;
    for (int i = 0; i < addresses.size(); i++) {
      // A share for each address: one that swallows packets must not use up the others' time.
      long share = left(limit, start) / (addresses.size() - i);
      try {
        StreamConnection socket =
            connect(exchange, new InetSocketAddress(addresses.get(i), origin.port()), share);
        if (socket != null) {
          return origin.secure()
              ? secure(exchange, socket, origin, limit, start)
              : new PlainWire(socket);
        }
      } catch (UpstreamException e) {
        throw e;
      } catch (IOException e) {
        refused = e;
      }
    }
    throw refused == null
        ? timedOut(exchange)
        : exchange.failure(Kind.CONNECT_REFUSED, "the connection was refused", refused);
  }

  private static long left(long limit, long start) {
    return limit == Long.MAX_VALUE ? limit : Math.max(0, limit - (System.nanoTime() - start));
  }

  private static UpstreamException timedOut(Exchange exchange) {
    return exchange.failure(Kind.CONNECT_TIMEOUT, "no connection in time", null);
  }

  /** Connects to one address; null if that took too long. */
  private @Nullable StreamConnection connect(
      Exchange exchange, InetSocketAddress address, long nanos) throws IOException {
    XnioIoThread affinity = exchange.call().affinity();
    XnioIoThread thread = affinity == null ? worker.getIoThread() : affinity;
    IoFuture<StreamConnection> future =
        thread.openStreamConnection(address, socket -> {}, SOCKET_OPTIONS);
    future.addNotifier((done, nothing) -> exchange.wake(), null);
    boolean connected = false;
    try {
      connected = exchange.await(() -> future.getStatus() != IoFuture.Status.WAITING, nanos);
      return connected ? future.get() : null;
    } finally {
      if (!connected) {
        future.cancel();
        future.addNotifier(
            (done, nothing) -> {
              if (done.getStatus() == IoFuture.Status.DONE) {
                IoUtils.safeClose(done);
              }
            },
            null);
      }
    }
  }

  private TlsWire secure(
      Exchange exchange, StreamConnection socket, Origin origin, long limit, long start)
      throws UpstreamException {
    TlsWire wire = new TlsWire(socket, settings.tls(), origin, recordBuffers);
    boolean done = false;
    try {
      Readiness readiness = new Readiness(wire, exchange);
      wire.listen(readiness);
      TlsWire.Progress progress = wire.handshake();
      while (progress != TlsWire.Progress.DONE) {
        readiness.expect(progress);
        if (!exchange.await(readiness::ready, left(limit, start))) {
          throw exchange.failure(
              Kind.CONNECT_TIMEOUT, "the TLS handshake was not done in time", null);
        }
        progress = wire.handshake();
      }
      done = true;
      return wire;
    } catch (UpstreamException e) {
      throw e;
    } catch (SSLException e) {
      throw exchange.failure(Kind.TLS, "TLS could not be agreed on", e);
    } catch (IOException e) {
      throw exchange.failure(Kind.CONNECT_REFUSED, "the connection broke off within TLS", e);
    } finally {
      if (!done) {
        wire.close();
      }
    }
  }

  @Override
  public void close() {
    resolver.close();
  }

  /** Tells a handshake, which runs on the caller's thread, that the socket is ready. */
  private static final class Readiness implements Wire.Listener {
    private final Wire wire;
    private final Exchange exchange;
    private volatile boolean ready;

    Readiness(Wire wire, Exchange exchange) {
      this.wire = wire;
      this.exchange = exchange;
    }

    boolean ready() {
      return ready;
    }

    void expect(TlsWire.Progress progress) {
      ready = false;
      if (progress == TlsWire.Progress.NEEDS_READ) {
        wire.resumeReads();
      } else {
        wire.resumeWrites();
      }
    }

    @Override
    public void readable() {
      wire.suspendReads();
      writable();
    }

    @Override
    public void writable() {
      ready = true;
      exchange.wake();
    }

    @Override
    public void terminated() {
      writable();
    }
  }
}
