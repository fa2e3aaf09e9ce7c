package io.omniroute.plugin.scorer.contains;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.Config;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Score;
import io.omniroute.api.scoring.Scorer;

/** Passes an answer that contains the expected text, whatever the case of its letters. */
public final class Contains implements Scorer {

  /** Made by the host. */
  public Contains() {}

  @Override
  public String id() {
    return "contains";
  }

  @Override
  public String name() {
    return "Contains";
  }

  @Override
  public String description() {
    return "Passes an answer that contains the expected text, in upper or lower case.";
  }

  @Override
  public Score score(Sample sample, Config config) {
    String expected = sample.expected();
    if (expected.isEmpty()) {
      throw new GatewayException(
              ErrorCode.INVALID_REQUEST, "case '" + sample.caseId() + "' expects no text")
          .withParameter("expected");
    }
    return contains(sample.output(), expected)
        ? Score.pass("the answer contains '" + expected + "'")
        : Score.fail("the answer does not contain '" + expected + "'");
  }

  /** Compares by {@link String#regionMatches}, since changing the case may change the length. */
  private static boolean contains(String text, String part) {
    for (int start = 0; start + part.length() <= text.length(); start++) {
      if (text.regionMatches(true, start, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }
}
