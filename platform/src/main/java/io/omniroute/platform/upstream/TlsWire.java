package io.omniroute.platform.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

/**
 * A socket with TLS on it. The certificate is checked against the host's name. Sessions are resumed
 * by the context, which remembers them by host and port. No ALPN: only HTTP/1.1 is spoken.
 */
final class TlsWire extends Wire {

  private static final int MAX_IDLE_STEPS = 8;
  private static final byte[] NOTHING = new byte[0];
  private static final ByteBuffer EMPTY = ByteBuffer.wrap(NOTHING);

  private final RecordBuffers buffers;
  private final SSLEngine engine;

  /** The beginning of a record whose rest has not come. */
  private byte[] partialRecord = NOTHING;

  /** Records that the socket did not take yet; null most of the time. */
  private @Nullable ByteBuffer unsent;

  private boolean begun;
  private boolean closeNotified;

  TlsWire(StreamConnection socket, SSLContext context, Origin origin, RecordBuffers buffers) {
    super(socket);
    this.buffers = buffers;
    engine = context.createSSLEngine(origin.host(), origin.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setServerNames(serverNames(origin.host()));
    engine.setSSLParameters(parameters);
  }

  private static List<SNIServerName> serverNames(String host) {
    if (Resolver.isLiteral(host)) {
      return List.of();
    }
    try {
      return List.of(new SNIHostName(host));
    } catch (IllegalArgumentException e) {
      // A name that DNS allows and SNI does not; the certificate is checked all the same.
      return List.of();
    }
  }

  /**
   * Takes the next step of the handshake as far as it goes without waiting. Runs on the caller's
   * thread, which keeps the arithmetic of certificates off the I/O threads.
   */
  Progress handshake() throws IOException {
    if (!begun) {
      begun = true;
      engine.beginHandshake();
    }
    ByteBuffer records = ByteBuffer.allocate(engine.getSession().getPacketBufferSize() * 2);
    ByteBuffer content = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    records.put(partialRecord);
    try {
      return handshake(records, content);
    } finally {
      records.flip();
      partialRecord = new byte[records.remaining()];
      records.get(partialRecord);
    }
  }

  private Progress handshake(ByteBuffer records, ByteBuffer content) throws IOException {
    while (true) {
      if (unsent != null && !flush()) {
        return Progress.NEEDS_WRITE;
      }
      switch (engine.getHandshakeStatus()) {
        case NEED_WRAP -> wrap(EMPTY);
        case NEED_TASK -> runTasks();
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          Status status = unwrapHandshake(records, content);
          if (status == Status.BUFFER_UNDERFLOW) {
            int n = readSocket(records);
            if (n < 0) {
              throw new SSLException("the connection was closed within the TLS handshake");
            }
            if (n == 0) {
              return Progress.NEEDS_READ;
            }
          } else if (status == Status.CLOSED) {
            throw new SSLException("the upstream ended the TLS handshake");
          }
        }
        default -> {
          return Progress.DONE;
        }
      }
    }
  }

  private Status unwrapHandshake(ByteBuffer records, ByteBuffer content) throws SSLException {
    records.flip();
    try {
      return engine.unwrap(records, content).getStatus();
    } finally {
      records.compact();
    }
  }

  @Override
  int read(Scratch scratch) throws IOException {
    ByteBuffer records = scratch.records.clear();
    records.put(partialRecord);
    partialRecord = NOTHING;
    int n = readSocket(records);
    records.flip();
    ByteBuffer content = scratch.contentBuffer.clear();
    int idleSteps = 0;
    boolean more = !closeNotified && records.hasRemaining();
    while (more) {
      SSLEngineResult result = engine.unwrap(records, content);
      closeNotified |= result.getStatus() == Status.CLOSED;
      if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
        runTasks();
      }
      if (result.bytesConsumed() == 0 && ++idleSteps > MAX_IDLE_STEPS) {
        throw new SSLException("TLS makes no progress");
      }
      more = result.getStatus() == Status.OK && records.hasRemaining();
    }
    if (records.hasRemaining() && !closeNotified) {
      partialRecord = new byte[records.remaining()];
      records.get(partialRecord);
    }
    if (!closeNotified && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      reply(scratch.replies);
    }
    return content.position() > 0 ? content.position() : n < 0 || closeNotified ? -1 : 0;
  }

  /** Answers a key update. While a request is being written, its next record carries the answer. */
  private void reply(ByteBuffer records) throws IOException {
    if (unsent != null) {
      return;
    }
    engine.wrap(EMPTY, records.clear());
    if (!writeSocket(records.flip())) {
      unsent = ByteBuffer.allocate(records.remaining()).put(records).flip();
    }
  }

  @Override
  boolean write(ByteBuffer bytes) throws IOException {
    while (unsent == null || flush()) {
      if (!bytes.hasRemaining()) {
        return true;
      }
      wrap(bytes);
    }
    return false;
  }

  private void wrap(ByteBuffer bytes) throws IOException {
    ByteBuffer records = buffers.take(engine.getSession().getPacketBufferSize());
    SSLEngineResult result = engine.wrap(bytes, records);
    if (result.bytesProduced() == 0 && result.bytesConsumed() == 0) {
      throw new SSLException("the TLS connection takes no more");
    }
    if (writeSocket(records.flip())) {
      buffers.giveBack(records);
    } else {
      unsent = records;
    }
  }

  private boolean flush() throws IOException {
    ByteBuffer records = unsent;
    if (records != null && writeSocket(records)) {
      unsent = null;
    }
    return unsent == null;
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  @Override
  boolean endedProperly() {
    return closeNotified;
  }

  @Override
  void beforeClose() {
    engine.closeOutbound();
    if (unsent == null && socket().isOpen() && !socket().isWriteShutdown()) {
      try {
        wrap(EMPTY);
      } catch (IOException e) {
        // The peer is gone already.
      }
    }
  }

  /** What a handshake waits for. */
  enum Progress {
    NEEDS_READ,
    NEEDS_WRITE,
    DONE
  }
}
