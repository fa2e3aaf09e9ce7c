package io.omniroute.api.translate;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.http.HttpAnswer;
import java.util.Optional;

/** The side of a wire format that speaks to providers. Thread-safe and pure. */
public interface UpstreamFormat {

  /** The format's id. */
  String format();

  /**
   * Writes a request and makes the reader of its answer. What the format cannot express is reported
   * to {@link EncodeContext#losses()}, never left out in silence.
   */
  EncodedRequest encode(ChatRequest request, EncodeContext context);

  /** Reads what an upstream says where its status is not 2xx; the body may be anything. */
  Failure failure(HttpAnswer answer);

  /**
   * Plans how a request of this very format is forwarded unread: what must be changed in it all the
   * same (asking for usage, say; the model is changed by the host) and who observes the answer.
   * This runs for most requests, so it searches bytes rather than reading JSON. Empty where the
   * quirks ask for more than an edit: the request is then decoded and encoded. By default always
   * empty.
   *
   * @param body the body as the client sent it
   * @param stream whether the answer is streamed
   * @param quirks what is different at this provider and model
   */
  default Optional<Passthrough> passthrough(byte[] body, boolean stream, Quirks quirks) {
    return Optional.empty();
  }

  /** Whether links to images and documents must be fetched and put into the request. */
  default boolean needsInlineMedia() {
    return false;
  }

  /** Writes a request for the length of a prompt, where the format has one. */
  default Optional<TokenCountCall> tokenCount(ChatRequest request, EncodeContext context) {
    return Optional.empty();
  }
}
