package io.omniroute.platform.upstream;

import io.omniroute.platform.upstream.UpstreamException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes content that an upstream compressed although it was asked not to. Not thread-safe, as a
 * response's body is read by one thread.
 */
final class ContentDecoding implements UpstreamResponse {

  private static final int PIECE = 32 * 1024;
  private static final byte[] EMPTY = new byte[0];

  private final Exchange exchange;
  private final String coding;
  private final Headers headers;
  private @Nullable InputStream decoded;

  private ContentDecoding(Exchange exchange, String coding) {
    this.exchange = exchange;
    this.coding = coding;
    this.headers = exchange.headers().without("content-encoding", "content-length");
  }

  /**
   * The response to hand to the caller.
   *
   * @throws UpstreamException if it is coded in a way nobody asked for and that is not known
   */
  static UpstreamResponse decode(Exchange exchange) throws UpstreamException {
    Headers headers = exchange.headers();
    int at = headers.indexOf("content-encoding", 0);
    if (at < 0 || exchange.call().headers().contains("accept-encoding") || exchange.empty()) {
      return exchange;
    }
    String coding = headers.value(at).toLowerCase(Locale.ROOT);
    boolean single = headers.indexOf("content-encoding", at + 1) < 0;
    return switch (single ? coding : "several") {
      case "identity", "" -> exchange;
      case "gzip", "x-gzip", "deflate" -> new ContentDecoding(exchange, coding);
      default ->
          throw exchange.failure(
              Kind.PROTOCOL, "the response has a content-encoding that was not asked for", null);
    };
  }

  @Override
  public int status() {
    return exchange.status();
  }

  @Override
  public Headers headers() {
    return headers;
  }

  @Override
  public byte[] readAll(int maxBytes) throws UpstreamException {
    byte[] all = EMPTY;
    int length = 0;
    for (byte[] piece = nextChunk(); piece != null; piece = nextChunk()) {
      if (piece.length > maxBytes - length) {
        throw exchange.tooLarge(maxBytes);
      }
      if (length + piece.length > all.length) {
        all = Arrays.copyOf(all, Math.max(length + piece.length, all.length * 2));
      }
      System.arraycopy(piece, 0, all, length, piece.length);
      length += piece.length;
    }
    return Arrays.copyOf(all, length);
  }

  @Override
  public byte @Nullable [] nextChunk() throws UpstreamException {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = decoded;
      if (in == null) {
        in = open();
        decoded = in;
      }
      int n = in.read(piece);
      if (n < 0) {
        while (exchange.nextChunk() != null) {
          // What follows the compressed content is not content, but its end must be proper.
        }
        return null;
      }
      return Arrays.copyOf(piece, n);
    } catch (UpstreamException e) {
      throw e;
    } catch (IOException e) {
      UpstreamException cause = exchange.failure(Kind.PROTOCOL, "the content is not " + coding, e);
      exchange.abort(cause);
      throw cause;
    }
  }

  /** There is no telling without blocking, so there never is any. */
  @Override
  public byte @Nullable [] pollChunk() {
    return null;
  }

  private InputStream open() throws IOException {
    Body body = new Body();
    if (!coding.equals("deflate")) {
      return new GZIPInputStream(body);
    }
    // Some send zlib's format, as the RFC says, others bare deflate.
    boolean zlib = (body.peek() & 0x0f) == 8;
    return new InflaterInputStream(body, new Inflater(!zlib));
  }

  @Override
  public void cancel() {
    exchange.cancel();
  }

  @Override
  public void close() {
    exchange.close();
  }

  /** The coded body as a stream that returns what is there. */
  private final class Body extends InputStream {
    private byte[] piece = EMPTY;
    private int position;

    int peek() throws IOException {
      return fill() ? piece[position] : -1;
    }

    private boolean fill() throws IOException {
      if (position == piece.length) {
        byte[] next = exchange.nextChunk();
        if (next == null) {
          return false;
        }
        piece = next;
        position = 0;
      }
      return true;
    }

    @Override
    public int available() {
      return piece.length - position;
    }

    @Override
    public int read() throws IOException {
      return fill() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int n = Math.min(length, piece.length - position);
      System.arraycopy(piece, position, into, offset, n);
      position += n;
      return n;
    }
  }
}
