package io.omniroute.plugin.scorer.contains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.GatewayException;
import io.omniroute.api.config.Config;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Score;
import io.omniroute.api.scoring.Scorer;
import io.omniroute.testkit.ScorerConformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainsTest extends ScorerConformance {

  @Override
  protected Scorer scorer() {
    return new Contains();
  }

  @Override
  protected Sample right() {
    return Sample.of("gs-03", "Paris", "It is paris, of course.");
  }

  @Override
  protected Sample wrong() {
    return Sample.of("gs-03", "Paris", "It is Lyon.");
  }

  @ParameterizedTest
  @CsvSource({
    "hello,HELLO there,true",
    "hello,hell,false",
    "'- ','red\n- blue',true",
    "straße,STRASSE,false",
    "é,É,true"
  })
  void caseDoesNotCount(String expected, String output, boolean passed) {
    Score score = new Contains().score(Sample.of("case", expected, output), Config.EMPTY);

    assertThat(score.passed()).isEqualTo(passed);
  }

  @Test
  void aCaseThatExpectsNothingCannotBeJudged() {
    assertThatThrownBy(() -> new Contains().score(Sample.of("case", "", "x"), Config.EMPTY))
        .isInstanceOf(GatewayException.class)
        .hasMessageContaining("case");
  }
}
