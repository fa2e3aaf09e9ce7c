package io.omniroute.platform.upstream;

import java.io.IOException;

/** Bytes of a response that are not HTTP/1.1, or more of them than allowed. */
final class ProtocolFault extends IOException {

  private static final long serialVersionUID = 1L;

  private final UpstreamException.Kind kind;

  ProtocolFault(String message) {
    this(UpstreamException.Kind.PROTOCOL, message);
  }

  ProtocolFault(UpstreamException.Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  UpstreamException.Kind kind() {
    return kind;
  }
}
