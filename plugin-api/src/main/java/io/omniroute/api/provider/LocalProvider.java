package io.omniroute.api.provider;

import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.ChatRequest;

/** A provider that answers inside the gateway, without an upstream. */
public non-sealed interface LocalProvider extends Provider {

  /**
   * Answers a request. Runs on a virtual thread of its own and may block; events are sent as they
   * are emitted. Thread-safe.
   *
   * @throws InterruptedException when the caller has gone
   * @throws io.omniroute.api.GatewayException to fail; before the first event another target may
   *     still serve the request
   */
  void answer(ChatRequest request, Account account, ChatEventSink sink) throws InterruptedException;
}
