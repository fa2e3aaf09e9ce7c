package io.omniroute.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferencePathsTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/chat/completions, /v1/chat/completions",
    "/v1/v1/chat/completions, /v1/chat/completions",
    "/chat/completions, /v1/chat/completions",
    "/chat/completions/, /v1/chat/completions",
    "/models, /v1/models",
    "/api/v1/models, /v1/models",
    "/api/v1beta/models/x:generateContent, /v1beta/models/x:generateContent",
    "/v1/models/, /v1/models",
  })
  void understandsTheSpellingsInUse(String path, String meant) {
    assertThat(InferencePaths.candidates(path)).contains(meant);
  }
}
