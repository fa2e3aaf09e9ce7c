package io.omniroute.api.json;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;

/** Text that is no JSON. The message says where and never quotes the text. */
public final class JsonException extends GatewayException {

  private static final long serialVersionUID = 1L;

  /** A fault with its place, lines and columns counted from 1; 0 where unknown. */
  JsonException(String reason, int line, int column) {
    super(
        ErrorCode.INVALID_REQUEST,
        line > 0 ? reason + " (line " + line + ", column " + column + ")" : reason);
  }
}
