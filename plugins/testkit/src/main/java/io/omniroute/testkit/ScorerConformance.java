package io.omniroute.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniroute.api.GatewayException;
import io.omniroute.api.config.Config;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Score;
import io.omniroute.api.scoring.Scorer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every scorer must do. Extend it and give a sample that passes and one that fails. */
public abstract class ScorerConformance {

  /** For subclasses. */
  protected ScorerConformance() {}

  /** The scorer. */
  protected abstract Scorer scorer();

  /** An answer that is right. */
  protected abstract Sample right();

  /** An answer that is wrong. */
  protected abstract Sample wrong();

  /** The settings to test with; by default all defaults. */
  protected JsonObject settings() {
    return JsonObject.EMPTY;
  }

  private Config config() {
    return scorer().configSchema().resolve(settings());
  }

  @Test
  void theScorerTellsWhatItIs() {
    assertTrue(scorer().id().matches("[a-z0-9][a-z0-9-]*"));
    assertFalse(scorer().name().isBlank());
    assertFalse(scorer().description().isBlank());
  }

  @Test
  void rightPassesAndWrongFails() {
    Score good = scorer().score(right(), config());
    Score bad = scorer().score(wrong(), config());

    assertTrue(good.passed(), good.details());
    assertFalse(bad.passed(), bad.details());
    assertTrue(good.value() > bad.value());
    assertFalse(good.details().isBlank());
    assertFalse(bad.details().isBlank());
  }

  @Test
  void theSameAnswerGetsTheSameScore() {
    assertEquals(scorer().score(right(), config()), scorer().score(right(), config()));
  }

  @Test
  void anythingIsJudgedOrRefused() {
    for (String expected : List.of("", "x", "(", "[a", "{", "\u0000")) {
      for (String output : List.of("", "x", "\n\n", "\ud83d")) {
        try {
          scorer().score(Sample.of("case", expected, output), config());
        } catch (GatewayException refused) {
          assertFalse(refused.reason().isBlank());
        }
      }
    }
  }
}
