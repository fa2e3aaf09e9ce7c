package io.omniroute.platform.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ResponseReaderProperties {

  @Property
  void aChunkedResponseReadsTheSameHoweverTheNetworkCutsIt(
      @ForAll @Size(max = 8) List<@StringLength(min = 1, max = 40) String> pieces,
      @ForAll long seed)
      throws ProtocolFault {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    put(
        wire,
        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (String piece : pieces) {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      put(wire, Integer.toHexString(bytes.length) + ";x=y\r\n");
      wire.writeBytes(bytes);
      put(wire, "\r\n");
      content.writeBytes(bytes);
    }
    put(wire, "0\r\ntrailer: 1\r\n\r\n");
    assertThat(read(wire.toByteArray(), new Random(seed))).isEqualTo(content.toByteArray());
  }

  @Property
  void aResponseOfKnownLengthReadsTheSameHoweverTheNetworkCutsIt(
      @ForAll @IntRange(max = 100_000) int length, @ForAll long seed) throws ProtocolFault {
    byte[] content = new byte[length];
    new Random(seed).nextBytes(content);
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    put(wire, "HTTP/1.1 200 OK\ncontent-length: " + length + "\nx: y\n\n");
    wire.writeBytes(content);
    assertThat(read(wire.toByteArray(), new Random(seed))).isEqualTo(content);
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] read(byte[] wire, Random cuts) throws ProtocolFault {
    ResponseReader reader = new ResponseReader("POST", 64 * 1024);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] scratch = new byte[wire.length];
    boolean fine = cuts.nextBoolean();
    for (int from = 0; from < wire.length; ) {
      assertThat(reader.done()).isFalse();
      int length = Math.min(wire.length - from, 1 + cuts.nextInt(fine ? 3 : 5000));
      System.arraycopy(wire, from, scratch, 0, length);
      reader.read(scratch, length);
      byte[] piece = reader.takePiece();
      if (piece != null) {
        content.writeBytes(piece);
      }
      from += length;
    }
    assertThat(reader.reusable()).isTrue();
    assertThat(reader.takeHead(false)).extracting(ResponseHead::status).isEqualTo(200);
    return content.toByteArray();
  }
}
