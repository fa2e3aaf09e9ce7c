package io.omniroute.api.translate;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.http.HttpAnswer;
import java.util.List;
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
   * Makes the observer of an answer that is forwarded unread.
   *
   * @param stream whether the answer is streamed
   */
  PassthroughTap tap(boolean stream);

  /**
   * Changes that a request needs although it is forwarded: asking for usage, say. The model is
   * changed by the host. By default none.
   */
  default List<BodyEdit> passthroughEdits(byte[] body, boolean stream, Quirks quirks) {
    return List.of();
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
