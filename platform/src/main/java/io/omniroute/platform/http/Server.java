package io.omniroute.platform.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** The listener: limits, buffers and threads of the server. */
final class Server {

  private static final int BUFFER = 16 * 1024;
  private static final int SHARED_BUFFERS = 4096;
  private static final int HEADER_BYTES = 64 * 1024;
  private static final int HEADERS = 200;
  private static final int PARAMETERS = 200;
  private static final int HEAD_MILLIS = 15_000;
  private static final int IDLE_MILLIS = 120_000;
  private static final int IO_THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Undertow undertow;

  /** Makes the threads that carry all sockets, those of clients and those of upstreams. */
  static XnioWorker worker() {
    try {
      return Xnio.getInstance(Server.class.getClassLoader())
          .createWorker(
              OptionMap.builder()
                  .set(Options.WORKER_IO_THREADS, IO_THREADS)
                  // Requests are served by virtual threads; the task pool is hardly used.
                  .set(Options.WORKER_TASK_CORE_THREADS, 1)
                  .set(Options.WORKER_TASK_MAX_THREADS, 2)
                  .set(Options.TCP_NODELAY, true)
                  .set(Options.WORKER_NAME, "io")
                  .getMap());
    } catch (IOException e) {
      throw new UncheckedIOException("the I/O threads cannot be started", e);
    }
  }

  Server(InetSocketAddress address, XnioWorker worker, Edge edge) {
    undertow =
        Undertow.builder()
            .addHttpListener(address.getPort(), address.getHostString())
            .setWorker(worker)
            .setByteBufferPool(buffers())
            .setSocketOption(Options.TCP_NODELAY, true)
            .setSocketOption(Options.REUSE_ADDRESSES, true)
            .setSocketOption(Options.BACKLOG, 1024)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, HEADER_BYTES)
            .setServerOption(UndertowOptions.MAX_HEADERS, HEADERS)
            .setServerOption(UndertowOptions.MAX_PARAMETERS, PARAMETERS)
            .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEAD_MILLIS)
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
            .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
            .setServerOption(UndertowOptions.RECORD_REQUEST_START_TIME, false)
            .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
            .setHandler(edge)
            .build();
  }

  /**
   * Buffers that no thread keeps: requests run on virtual threads, which come and go, and a buffer
   * left in a thread's locals is lost.
   */
  private static DefaultByteBufferPool buffers() {
    return new DefaultByteBufferPool(true, BUFFER, SHARED_BUFFERS, 0);
  }

  void start() {
    undertow.start();
  }

  /** Where it listens; the port was chosen by the system where 0 was asked for. */
  InetSocketAddress address() {
    return (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
  }

  void stop() {
    undertow.stop();
  }
}
