package io.omniroute.api.translate;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonScan;
import java.util.Set;

/** Reads heads of the formats whose body holds {@code model} and {@code stream}. */
public final class RequestHeads {

  private static final Set<String> FIELDS = Set.of("model", "stream");

  private RequestHeads() {}

  /**
   * Scans a body.
   *
   * @param body the JSON object a client sent
   * @param streamByDefault whether an absent {@code stream} means streaming, which only some
   *     formats say
   * @throws GatewayException {@code INVALID_REQUEST} where the body is no JSON object, or the model
   *     is missing or no text, or {@code stream} is no boolean
   */
  public static RequestHead scan(byte[] body, boolean streamByDefault) {
    JsonScan scan;
    try {
      scan = JsonScan.of(body, FIELDS);
    } catch (JsonException e) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, "Invalid JSON body: " + e.reason(), e);
    }
    JsonScan.Field model =
        scan.field("model")
            .filter(field -> !field.isNull())
            .orElseThrow(() -> wrong("Missing model", "model"));
    if (model.text() == null || model.text().isBlank()) {
      throw wrong("Invalid model: must be a non-empty text", "model");
    }
    boolean stream =
        scan.field("stream")
            .filter(field -> !field.isNull())
            .map(RequestHeads::flag)
            .orElse(streamByDefault);
    return new RequestHead(model.text(), stream, model.start(), model.end());
  }

  private static boolean flag(JsonScan.Field field) {
    if (field.bool() == null) {
      throw wrong("Invalid stream: must be true or false", "stream");
    }
    return field.bool();
  }

  private static GatewayException wrong(String message, String parameter) {
    return new GatewayException(ErrorCode.INVALID_REQUEST, message).withParameter(parameter);
  }
}
