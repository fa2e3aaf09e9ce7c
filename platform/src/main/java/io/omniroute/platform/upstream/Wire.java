package io.omniroute.platform.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ReadReadyHandler;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;
import org.xnio.conduits.WriteReadyHandler;

/**
 * A connected socket, with or without TLS on it. Not thread-safe: its user serialises. Reads stay
 * resumed as long as possible, because changing the interest costs a system call each time.
 */
abstract sealed class Wire permits PlainWire, TlsWire {

  /** What the I/O thread tells the user of a wire. */
  interface Listener {
    /** There is something to read, or an end. Reads must be consumed or suspended. */
    void readable();

    /** The socket takes bytes again; writes are suspended by now. */
    void writable();

    /** The worker stops: the socket is about to be closed. */
    void terminated();
  }

  /** What is written at once, so that the runtime's temporary buffers stay small. */
  private static final int WRITE_SLICE = 64 * 1024;

  private final StreamConnection socket;
  private final StreamSourceConduit source;
  private final StreamSinkConduit sink;
  private volatile @Nullable Listener listener;

  Wire(StreamConnection socket) {
    this.socket = socket;
    this.source = socket.getSourceChannel().getConduit();
    this.sink = socket.getSinkChannel().getConduit();
    source.setReadReadyHandler(new ReadHandler());
    sink.setWriteReadyHandler(new WriteHandler());
  }

  /**
   * Reads what is there into the scratch's content.
   *
   * @return how many bytes of content, 0 for none now, -1 at the end of the connection
   */
  abstract int read(Scratch scratch) throws IOException;

  /**
   * Writes as much as the socket takes.
   *
   * @return whether everything is out; otherwise to be called again with the same buffer
   */
  abstract boolean write(ByteBuffer bytes) throws IOException;

  /** Whether the end of the connection was announced, so that it cannot be a cut. */
  abstract boolean endedProperly();

  final void listen(Listener to) {
    listener = to;
  }

  final StreamConnection socket() {
    return socket;
  }

  final int readSocket(ByteBuffer into) throws IOException {
    return source.read(into);
  }

  /** Writes a slice at a time until the socket is full; returns whether all is out. */
  final boolean writeSocket(ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    try {
      while (bytes.position() < end) {
        int slice = Math.min(end - bytes.position(), WRITE_SLICE);
        bytes.limit(bytes.position() + slice);
        if (sink.write(bytes) < slice) {
          return false;
        }
      }
      return true;
    } finally {
      bytes.limit(end);
    }
  }

  final void resumeReads() {
    source.resumeReads();
  }

  final void suspendReads() {
    source.suspendReads();
  }

  final void resumeWrites() {
    sink.resumeWrites();
  }

  /** Says goodbye to the peer as far as that needs no waiting. */
  abstract void beforeClose();

  /** Closes the socket at once. */
  final void close() {
    beforeClose();
    IoUtils.safeClose(socket);
  }

  private final class ReadHandler implements ReadReadyHandler {
    @Override
    public void readReady() {
      Listener to = listener;
      if (to == null) {
        source.suspendReads();
      } else {
        to.readable();
      }
    }

    @Override
    public void forceTermination() {
      Listener to = listener;
      if (to != null) {
        to.terminated();
      }
      close();
    }

    @Override
    public void terminated() {
      // Every close is our own, or was reported by a read.
    }
  }

  private final class WriteHandler implements WriteReadyHandler {
    @Override
    public void writeReady() {
      sink.suspendWrites();
      Listener to = listener;
      if (to != null) {
        to.writable();
      }
    }

    @Override
    public void forceTermination() {
      // The read handler does it.
    }

    @Override
    public void terminated() {
      // As for reads.
    }
  }
}
