package io.omniroute.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One keep-alive connection of the load generator, with at most one request in flight. */
final class LoadConnection {

  private final InetSocketAddress address;
  private final ByteBuffer request;
  private final LoadCounters counters;
  private final Answer answer;
  private final HttpReader reader;
  private SocketChannel channel;
  private SelectionKey key;
  private boolean busy;
  private long startedNanos;

  LoadConnection(
      InetSocketAddress address, ByteBuffer request, Answer answer, LoadCounters counters) {
    this.address = address;
    this.request = request.duplicate();
    this.answer = answer;
    this.counters = counters;
    this.reader = new HttpReader(HttpReader.Kind.RESPONSE, answer);
  }

  /** Connects, or connects anew; a request in flight is given up. */
  void open(Selector selector) throws IOException {
    close();
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(address);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
    busy = false;
  }

  void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  boolean busy() {
    return busy;
  }

  /** Whether the answer has been awaited for longer than {@code limitNanos}. */
  boolean overdue(long now, long limitNanos) {
    return busy && now - startedNanos > limitNanos;
  }

  /**
   * Sends the request.
   *
   * @param start from when its latency counts; earlier than now in an open loop that lags
   */
  void send(long start) throws IOException {
    startedNanos = start;
    busy = true;
    answer.begin();
    reader.reset();
    request.rewind();
    write();
  }

  /**
   * Does what the socket is ready for.
   *
   * @return what the connection needs now
   */
  Next ready(ByteBuffer shared) {
    try {
      if (key.isWritable()) {
        write();
      }
      return key.isReadable() ? read(shared) : Next.WAIT;
    } catch (IOException failure) {
      return fail(failure.toString());
    }
  }

  /** What a connection needs after the socket was served. */
  enum Next {
    /** Nothing, the answer is under way. */
    WAIT,
    /** A new request. */
    SEND,
    /** A new socket, then a new request. */
    REOPEN
  }

  private void write() throws IOException {
    channel.write(request);
    key.interestOps(
        request.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  private Next read(ByteBuffer shared) throws IOException {
    shared.clear();
    int count = channel.read(shared);
    if (count < 0) {
      return busy ? fail("connection closed in mid-answer") : closedWhileIdle();
    }
    if (!busy) {
      return fail("bytes without a request");
    }
    long now = System.nanoTime();
    answer.received(now);
    int used = reader.feed(shared.array(), 0, count);
    if (reader.broken()) {
      return fail(reader.problem());
    }
    if (used < count) {
      return fail("bytes after the end of the answer");
    }
    return reader.complete() ? finish(now) : Next.WAIT;
  }

  private Next finish(long now) {
    busy = false;
    if (reader.status() != 200) {
      return fail("status " + reader.status());
    }
    String problem = answer.problem();
    if (!problem.isEmpty()) {
      return fail(problem);
    }
    counters.answer(now - startedNanos);
    return reader.closes() ? closedWhileIdle() : Next.SEND;
  }

  private Next closedWhileIdle() {
    counters.reconnect();
    return Next.REOPEN;
  }

  private Next fail(String problem) {
    busy = false;
    counters.error(problem);
    return Next.REOPEN;
  }
}
