package io.omniroute.api.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.Failure;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FailureRulesPropertiesTest {

  @Property(tries = 1000)
  void anyBodyGivesAFailureThatCanBeShown(
      @ForAll @IntRange(min = 300, max = 999) int status, @ForAll("bodies") String body) {
    Failure failure =
        FailureRules.read(
            new HttpAnswer(
                status,
                Headers.of("retry-after", body.replaceAll("[\\r\\n\\x00]", "")),
                body.getBytes(StandardCharsets.UTF_8)));

    assertThat(failure.status()).isBetween(400, 599);
    assertThat(failure.message()).isNotBlank().hasSizeLessThanOrEqualTo(2001);
  }

  @Provide
  Arbitrary<String> bodies() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"error\"",
            "\"message\"",
            "\"code\"",
            "null",
            "429",
            "retry after ",
            "99999999999999h",
            "\"detail\"",
            "<title>",
            "reset on 2026-99-99",
            "\\",
            "x");
    return Arbitraries.oneOf(
        pieces.list().ofMaxSize(14).map(list -> String.join("", list)),
        Arbitraries.strings().ofMaxLength(200));
  }
}
