package io.omniroute.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.GatewayException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ModelRulesTest {

  @Test
  void withoutRulesEverythingIsAllowed() {
    assertThat(ModelRules.of(List.of()).allow("any/thing")).isTrue();
  }

  @Test
  void namesPrefixesAndGlobsAreUnderstood() {
    ModelRules rules = ModelRules.of(List.of("exact", "acme/*", "*-mini", "b*c*e"));

    assertThat(List.of("exact", "acme/one", "acme/deep/er", "x/y-mini", "bxcxe", "bce"))
        .allMatch(rules::allow);
    assertThat(List.of("exactly", "acme", "acmes/one", "mini", "bcd", "Exact", ""))
        .noneMatch(rules::allow);
  }

  @Test
  void dotsAndBracketsAreNoPatterns() {
    ModelRules rules = ModelRules.of(List.of("a.b", "[ab]"));

    assertThat(rules.allow("a.b")).isTrue();
    assertThat(rules.allow("axb")).isFalse();
    assertThat(rules.allow("a")).isFalse();
  }

  @Test
  @Timeout(5)
  void aNastyPatternTakesNoTime() {
    ModelRules rules = ModelRules.of(List.of("a*".repeat(60) + "b"));
    long start = System.nanoTime();

    assertThat(rules.allow("a".repeat(5_000))).isFalse();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void theRefusalNamesTheModel() {
    Caller caller = new Caller("id", "name", ModelRules.of(List.of("acme/*")));

    assertThatThrownBy(() -> caller.require("other/one"))
        .isInstanceOf(GatewayException.class)
        .hasMessage("Model \"other/one\" is not allowed for this API key");
  }
}
