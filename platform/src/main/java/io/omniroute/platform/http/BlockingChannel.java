package io.omniroute.platform.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSinkChannel;

/**
 * Writes a response body from a virtual thread: the thread parks while the client's socket is full
 * and the I/O thread wakes it. One writer at a time.
 */
final class BlockingChannel {

  private final StreamSinkChannel channel;
  private final long stallNanos;
  private volatile boolean writable;

  /**
   * A writer.
   *
   * @param stall how long a client may take nothing before it counts as gone
   */
  BlockingChannel(StreamSinkChannel channel, Duration stall) {
    this.channel = channel;
    this.stallNanos = stall.toNanos();
  }

  /** Writes and flushes, or throws when the client has gone or takes nothing any more. */
  void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.write(bytes) == 0) {
        awaitWritable();
      }
    }
    flush();
  }

  private void flush() throws IOException {
    while (!channel.flush()) {
      awaitWritable();
    }
  }

  private void awaitWritable() throws IOException {
    Thread waiting = Thread.currentThread();
    writable = false;
    ChannelListener<StreamSinkChannel> wake =
        ready -> {
          ready.suspendWrites();
          writable = true;
          LockSupport.unpark(waiting);
        };
    channel.getWriteSetter().set(wake);
    channel.resumeWrites();
    long deadline = System.nanoTime() + stallNanos;
    while (!writable) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IOException("the client takes nothing any more");
      }
      if (Thread.interrupted()) {
        throw new IOException("interrupted while writing to the client");
      }
      LockSupport.parkNanos(this, left);
    }
  }
}
