package io.omniroute.platform.upstream;

import java.util.List;

/**
 * The head of a response.
 *
 * @param status 100 to 999
 * @param minor 0 for HTTP/1.0, 1 for HTTP/1.1
 * @param headers its fields
 */
record ResponseHead(int status, int minor, Headers headers) {

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  boolean interim() {
    return status < 200;
  }

  /** Whether the upstream closes the connection after this response. */
  boolean closes() {
    return headers.lists("connection", "close")
        || (minor == 0 && !headers.lists("connection", "keep-alive"));
  }

  /**
   * How the body is framed (RFC 9112, 6.3).
   *
   * @throws ProtocolFault if that is ambiguous or unknown, which is how responses are smuggled
   */
  BodyDecoder body(String method) throws ProtocolFault {
    if (method.equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED) {
      return BodyDecoder.ofLength(0);
    }
    List<String> codings = headers.all("transfer-encoding");
    if (!codings.isEmpty()) {
      if (codings.size() != 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
        throw new ProtocolFault("the response has an unknown transfer-encoding");
      }
      if (headers.contains("content-length")) {
        throw new ProtocolFault("the response has both a length and a transfer-encoding");
      }
      return BodyDecoder.chunked();
    }
    int at = headers.indexOf("content-length", 0);
    return at < 0 ? BodyDecoder.untilClose() : BodyDecoder.ofLength(length(at));
  }

  private long length(int at) throws ProtocolFault {
    long length = parseLength(headers.value(at));
    for (int next = at; next >= 0; next = headers.indexOf("content-length", next + 1)) {
      if (parseLength(headers.value(next)) != length) {
        throw new ProtocolFault("the response has two lengths");
      }
    }
    return length;
  }

  private static long parseLength(String value) throws ProtocolFault {
    long length = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9 || length > Long.MAX_VALUE / 100) {
        throw new ProtocolFault("the response has a bad content-length");
      }
      length = length * 10 + digit;
    }
    if (value.isEmpty()) {
      throw new ProtocolFault("the response has a bad content-length");
    }
    return length;
  }
}
