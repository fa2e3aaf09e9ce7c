package io.omniroute.testkit;

import io.omniroute.api.http.Headers;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection's HTTP/1.1, as much of it as tests need. */
final class ScriptedWire {
  private final Socket connection;
  private final InputStream in;
  private final OutputStream out;

  ScriptedWire(Socket connection) throws IOException {
    this.connection = connection;
    this.in = new BufferedInputStream(connection.getInputStream());
    this.out = connection.getOutputStream();
  }

  /** The next request, or null where the client closed the connection. */
  @Nullable ScriptedRequest read() throws IOException {
    String start = line();
    if (start == null || start.isEmpty()) {
      return null;
    }
    String[] words = start.split(" ", 3);
    Headers.Builder headers = Headers.builder();
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    Headers fields = headers.build();
    return new ScriptedRequest(words[0], words[1], fields, body(fields));
  }

  private byte[] body(Headers headers) throws IOException {
    if ("100-continue".equalsIgnoreCase(headers.get("Expect"))) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    if ("chunked".equalsIgnoreCase(headers.get("Transfer-Encoding"))) {
      return chunks();
    }
    String length = headers.get("Content-Length");
    return length == null ? new byte[0] : exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    String line = line();
    if (line == null) {
      throw new EOFException("the body ended early");
    }
    return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the body ended early");
    }
    return bytes;
  }

  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (next != '\r') {
        line.write(next);
      }
      next = in.read();
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** Writes a reply and says whether the connection can be used again. */
  boolean write(ScriptedReply reply) throws IOException, InterruptedException {
    StringBuilder head =
        new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" Scripted\r\n");
    reply
        .headers()
        .fields()
        .forEach(
            field -> head.append(field.name()).append(": ").append(field.value()).append("\r\n"));
    head.append(framing(reply)).append("\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
    boolean chunked = reply.framing() == ScriptedReply.Framing.CHUNKED;
    for (ScriptedReply.Step step : reply.steps()) {
      switch (step) {
        case ScriptedReply.Send send -> send(send.bytes(), chunked);
        case ScriptedReply.Await await -> await.gate().await();
        case ScriptedReply.Cut ignored -> {
          // No lingering: the peer sees a reset, as of a process that died.
          connection.setSoLinger(true, 0);
          return false;
        }
      }
    }
    if (chunked) {
      out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }
    return reply.framing() != ScriptedReply.Framing.CLOSE;
  }

  private static String framing(ScriptedReply reply) {
    return switch (reply.framing()) {
      case CHUNKED -> "Transfer-Encoding: chunked";
      case CLOSE -> "Connection: close";
      case LENGTH ->
          "Content-Length: "
              + reply.steps().stream()
                  .filter(ScriptedReply.Send.class::isInstance)
                  .mapToInt(step -> ((ScriptedReply.Send) step).bytes().length)
                  .sum();
    };
  }

  private void send(byte[] bytes, boolean chunked) throws IOException {
    if (chunked) {
      out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    out.write(bytes);
    if (chunked) {
      out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.flush();
  }
}
