package io.omniroute.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An instant model provider on one event-loop thread: whatever time and CPU a measurement shows
 * beyond a direct round belongs to what stands in between.
 *
 * <p>{@link #run} is the loop; {@link #close} and {@link #answered} may be called by other threads.
 */
final class Upstream implements Runnable, AutoCloseable {

  final ByteBuffer completion = AnswerBytes.completion();
  final ByteBuffer models = AnswerBytes.models();
  final ByteBuffer notFound = AnswerBytes.notFound();
  final ByteBuffer flood = AnswerBytes.flood(false);
  final ByteBuffer floodWithUsage = AnswerBytes.flood(true);
  final ByteBuffer pacedStart = AnswerBytes.pacedStart();
  final ByteBuffer pacedContent = AnswerBytes.pacedContent();
  final ByteBuffer pacedEnd = AnswerBytes.pacedEnd(false);
  final ByteBuffer pacedEndWithUsage = AnswerBytes.pacedEnd(true);
  final int timeOffset = AnswerBytes.timeOffset();
  final ByteBuffer readBuffer = ByteBuffer.allocate(64 * 1024);

  private final PriorityQueue<UpstreamConnection> paced =
      new PriorityQueue<>(Comparator.comparingLong(UpstreamConnection::dueNanos));
  private final AtomicLong answered = new AtomicLong();
  private final Selector selector;
  private final ServerSocketChannel server;
  private long streams;
  private volatile boolean running = true;

  /** Listens on a loopback port; port 0 takes a free one. */
  Upstream(int port) throws IOException {
    selector = Selector.open();
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** Answers that were written to the last byte. */
  long answered() {
    return answered.get();
  }

  @Override
  public void run() {
    try {
      while (running) {
        long wait = millisToNextEvent();
        if (wait <= 0) {
          selector.selectNow(this::ready);
        } else {
          selector.select(this::ready, wait);
        }
        sendDueEvents();
      }
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    running = false;
    selector.wakeup();
    server.close();
  }

  void countAnswer() {
    answered.lazySet(answered.getPlain() + 1);
  }

  void pace(UpstreamConnection connection) {
    paced.add(connection);
  }

  /**
   * How long a stream's first event is put off, in nanoseconds. Spread by the golden ratio, since
   * connections that start together would otherwise send in bursts for ever.
   */
  long phaseNanos(long intervalNanos) {
    double share = (++streams * 0.6180339887498949) % 1.0;
    return (long) (intervalNanos * share);
  }

  private long millisToNextEvent() {
    UpstreamConnection next = paced.peek();
    return next == null ? 1000 : Math.ceilDiv(next.dueNanos() - System.nanoTime(), 1_000_000L);
  }

  private void sendDueEvents() {
    long now = System.nanoTime();
    UpstreamConnection next = paced.peek();
    while (next != null && next.dueNanos() <= now) {
      paced.poll();
      if (next.sendPaced()) {
        paced.add(next);
      }
      next = paced.peek();
    }
  }

  private void ready(SelectionKey key) {
    if (key.isValid() && key.isAcceptable()) {
      accept();
    } else if (key.attachment() instanceof UpstreamConnection connection) {
      connection.ready();
    }
  }

  private void accept() {
    try {
      SocketChannel channel = server.accept();
      if (channel != null) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new UpstreamConnection(this, channel, key));
      }
    } catch (IOException refused) {
      System.err.println("upstream: cannot accept a connection: " + refused.getMessage());
    }
  }
}
