package io.omniroute.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One keep-alive connection of the upstream; used by its event-loop thread only. */
final class UpstreamConnection {

  private static final byte[] CHAT = Bytes.of("/chat/completions ");
  private static final byte[] MODELS = Bytes.of("/models ");
  private static final byte[] GET = Bytes.of("GET ");

  private final Upstream upstream;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final RequestBody body = new RequestBody();
  private final HttpReader reader = new HttpReader(HttpReader.Kind.REQUEST, body);
  private ByteBuffer pending;
  private boolean streaming;
  private boolean usage;
  private int eventsSent;
  private long dueNanos;
  private long intervalNanos;

  UpstreamConnection(Upstream upstream, SocketChannel channel, SelectionKey key) {
    this.upstream = upstream;
    this.channel = channel;
    this.key = key;
  }

  /** When the next paced event is to be sent, on {@link System#nanoTime}'s scale. */
  long dueNanos() {
    return dueNanos;
  }

  /** Reads or writes, whatever the socket is ready for. */
  void ready() {
    try {
      if (key.isWritable()) {
        flush();
      }
      if (key.isValid() && key.isReadable()) {
        read();
      }
    } catch (IOException | RuntimeException gone) {
      close();
    }
  }

  /**
   * Sends the next event of a paced stream.
   *
   * @return whether more events are to come
   */
  boolean sendPaced() {
    try {
      if (!channel.isOpen()) {
        return false;
      }
      dueNanos += intervalNanos;
      if (pending != null) {
        return true;
      }
      eventsSent++;
      if (eventsSent < AnswerBytes.EVENTS) {
        write(stamped());
        return true;
      }
      streaming = false;
      write((usage ? upstream.pacedEndWithUsage : upstream.pacedEnd).duplicate());
      return false;
    } catch (IOException gone) {
      close();
      return false;
    }
  }

  private void read() throws IOException {
    ByteBuffer buffer = upstream.readBuffer;
    buffer.clear();
    int count = channel.read(buffer);
    if (count < 0) {
      close();
      return;
    }
    int used = reader.feed(buffer.array(), 0, count);
    boolean unexpected = used < count || (count > 0 && (streaming || pending != null));
    if (reader.broken() || unexpected) {
      close();
    } else if (reader.complete()) {
      answer();
      reader.reset();
      body.clear();
    }
  }

  private void answer() throws IOException {
    if (reader.firstLineHas(GET)) {
      write((reader.firstLineHas(MODELS) ? upstream.models : upstream.notFound).duplicate());
    } else if (!reader.firstLineHas(CHAT)) {
      write(upstream.notFound.duplicate());
    } else if (!body.wantsStream()) {
      write(upstream.completion.duplicate());
    } else {
      stream();
    }
  }

  private void stream() throws IOException {
    int pace = body.paceMillis();
    usage = body.wantsUsage();
    if (pace == 0) {
      write((usage ? upstream.floodWithUsage : upstream.flood).duplicate());
      return;
    }
    streaming = true;
    eventsSent = 1;
    intervalNanos = pace * 1_000_000L;
    dueNanos = System.nanoTime() + upstream.phaseNanos(intervalNanos);
    write(upstream.pacedStart.duplicate());
    upstream.pace(this);
  }

  private ByteBuffer stamped() {
    ByteBuffer chunk = upstream.pacedContent;
    long rest = System.nanoTime();
    int first = upstream.timeOffset;
    for (int at = first + AnswerBytes.TIME_DIGITS - 1; at >= first; at--) {
      chunk.put(at, (byte) ('0' + rest % 10));
      rest /= 10;
    }
    return chunk.rewind();
  }

  private void write(ByteBuffer answer) throws IOException {
    channel.write(answer);
    if (answer.hasRemaining()) {
      // The stamped buffer is shared by all connections, so what is left of it must be copied.
      pending = ByteBuffer.allocate(answer.remaining()).put(answer).flip();
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    } else if (!streaming) {
      upstream.countAnswer();
    }
  }

  private void flush() throws IOException {
    if (pending != null) {
      channel.write(pending);
    }
    if (pending == null || !pending.hasRemaining()) {
      pending = null;
      key.interestOps(SelectionKey.OP_READ);
      if (!streaming) {
        upstream.countAnswer();
      }
    }
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Closing a socket that the other side has torn down may fail; it is gone either way.
    }
  }
}
