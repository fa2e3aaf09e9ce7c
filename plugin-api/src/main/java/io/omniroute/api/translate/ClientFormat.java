package io.omniroute.api.translate;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatRequest;
import java.util.List;

/**
 * The side of a wire format that serves clients. Thread-safe and pure: no I/O, no waiting.
 *
 * <p>A request that is wrong is refused with a {@link GatewayException} of {@code INVALID_REQUEST}
 * that names the field; the host writes it with {@link #error}.
 */
public interface ClientFormat {

  /** The format's id. */
  String format();

  /** Where clients of this format knock. The format of a request follows from its path alone. */
  List<ClientRoute> routes();

  /**
   * Reads what routing needs and no more: this runs for every request, also for those that are
   * forwarded unread.
   */
  RequestHead head(ClientRequest request);

  /** Reads the whole request. Called only where something needs it. */
  ChatRequest decode(ClientRequest request);

  /** Makes the writer of one answer. */
  ResponseEncoder encoder(ResponseContext context);

  /** Writes an error as a whole JSON body. */
  byte[] error(ErrorAnswer error);

  /** Writes the answer of a {@link Operation#COUNT_TOKENS} route. */
  default byte[] tokenCount(long tokens) {
    throw new GatewayException(ErrorCode.NOT_FOUND, format() + " has no token counting");
  }

  /** Writes the answer of a {@link Operation#LIST_MODELS} route. */
  default byte[] modelList(List<ModelCard> models) {
    throw new GatewayException(ErrorCode.NOT_FOUND, format() + " has no list of models");
  }

  /** Writes the answer of a {@link Operation#SHOW_MODEL} route. */
  default byte[] model(ModelCard model) {
    throw new GatewayException(ErrorCode.NOT_FOUND, format() + " shows no single model");
  }
}
