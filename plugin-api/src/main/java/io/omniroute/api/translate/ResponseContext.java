package io.omniroute.api.translate;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.http.Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a writer of an answer knows of its request.
 *
 * @param requestId the host's id of the request
 * @param model the model to name in the answer where the upstream names none
 * @param stream whether the answer is streamed
 * @param created when the request came, in seconds since 1970
 * @param request the request where it was read as a whole, else null (only errors are written then)
 * @param headers the client's header fields, without credentials
 * @param query the client's query parameters
 * @param losses takes what the client's format cannot express
 */
public record ResponseContext(
    String requestId,
    String model,
    boolean stream,
    long created,
    @Nullable ChatRequest request,
    Headers headers,
    Map<String, String> query,
    Losses losses) {

  /** A context in which nobody asks what is left out. */
  public ResponseContext(
      String requestId,
      String model,
      boolean stream,
      long created,
      @Nullable ChatRequest request,
      Headers headers,
      Map<String, String> query) {
    this(requestId, model, stream, created, request, headers, query, Losses.IGNORED);
  }
}
