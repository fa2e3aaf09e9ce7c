package io.omniroute.api.config;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;

/**
 * A fault of one setting.
 *
 * @param field the setting's name
 * @param message what is wrong, to be read behind the name
 */
public record ConfigProblem(String field, String message) {

  /** The fault as an exception that names the field. */
  public GatewayException toException() {
    return new GatewayException(ErrorCode.INVALID_REQUEST, field + " " + message)
        .withParameter(field);
  }
}
