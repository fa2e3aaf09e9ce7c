package io.omniroute.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {

  @Test
  void takesTheCredentialOutOfAnUpstreamsWords() {
    assertThat(Redaction.of("bad key topsecret-value!", "topsecret-value"))
        .isEqualTo("bad key [redacted]!");
  }

  @Test
  void takesWhatLooksLikeAKeyOut() {
    assertThat(Redaction.of("Incorrect API key provided: sk-abcd1234efgh5678. See docs.", null))
        .doesNotContain("sk-abcd")
        .contains("[redacted]");
    assertThat(Redaction.of("key AIzaSyA1234567890abcdef given", null)).doesNotContain("AIzaSyA");
  }

  @Test
  void leavesOrdinaryWordsAlone() {
    assertThat(Redaction.of("The key is invalid; ask sales.", "x"))
        .isEqualTo("The key is invalid; ask sales.");
  }
}
