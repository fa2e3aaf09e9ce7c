package io.omniroute.api.provider;

import io.omniroute.api.Failure;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpCall;
import java.util.List;

/**
 * A provider that is reached by HTTP. Every method has a default that follows the descriptor, so
 * that most providers are data alone. All methods are pure, must not block and are called by many
 * threads.
 */
public non-sealed interface HttpProvider extends Provider {

  /** Addresses a request: adds URL, credentials and header fields to an encoded body. */
  default HttpCall prepare(ProviderCall call) {
    return StandardRequests.prepare(descriptor(), call);
  }

  /**
   * Corrects what the format made of a failed answer, where this provider says things in its own
   * way.
   */
  default Failure refine(Failure failure, HttpAnswer answer) {
    return failure;
  }

  /** Reads the provider's list of models, of a whole answer with status 2xx. */
  default List<ModelInfo> readModels(byte[] body) {
    return StandardRequests.readModels(body);
  }
}
