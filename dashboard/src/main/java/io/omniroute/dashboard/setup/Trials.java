package io.omniroute.dashboard.setup;

import io.omniroute.platform.web.WebRequest;

/** Sends one short question through the whole gateway, as a tool would. Blocks for the answer. */
@FunctionalInterface
public interface Trials {

  /**
   * Asks.
   *
   * @param request the request of the page, for the address the gateway is reached by
   * @param model the model, as a client writes it
   */
  Trial ask(WebRequest request, String model, String question);

  /**
   * What came of a question.
   *
   * @param success whether there was an answer
   * @param text the answer, or in one sentence why there is none
   * @param firstMillis milliseconds until the first text
   * @param totalMillis milliseconds until the end
   */
  record Trial(boolean success, String text, long firstMillis, long totalMillis) {}
}
