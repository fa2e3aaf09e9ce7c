package io.omniroute.api.scoring;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.ChatResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer to be judged.
 *
 * @param caseId the case's id
 * @param expected what the case expects, in the scorer's own terms
 * @param output the answer's text; empty where there was none
 * @param request the request, or null where only texts are known
 * @param response the whole answer, or null where only texts are known
 */
public record Sample(
    String caseId,
    String expected,
    String output,
    @Nullable ChatRequest request,
    @Nullable ChatResponse response) {

  /** A sample of texts alone. */
  public static Sample of(String caseId, String expected, String output) {
    return new Sample(caseId, expected, output, null, null);
  }
}
