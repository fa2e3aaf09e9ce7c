package io.omniroute.dist.product;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official Java SDK as a client, a declarative provider jar, and a scripted upstream. */
class OpenAiSdkIT {

  private static final WireMockServer UPSTREAM =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  private static final String WHOLE =
      """
      {"id":"chatcmpl-7","object":"chat.completion","created":1700000000,"model":"gpt-test",\
      "vendor_field":{"kept":true},"choices":[{"index":0,"message":{"role":"assistant",\
      "content":"Good day."},"logprobs":null,"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12}}\
      """;

  @TempDir private static Path folder;

  private static Product product;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    UPSTREAM.start();
    product = Product.start(folder);
    Descriptors.jar(product.plugins(), "dropped", UPSTREAM.baseUrl() + "/v1");
    product.awaitProvider("dropped");
    product.account("dropped", "first", "upstream-key-1", 1);
  }

  @AfterAll
  static void stop() {
    if (product != null) {
      product.close();
    }
    UPSTREAM.stop();
  }

  @Test
  @SuppressWarnings("deprecation") // The only way to see fields that the SDK does not know.
  void wholeAnswerComesThroughAJarThatWasDroppedIntoTheRunningHost() {
    UPSTREAM.stubFor(
        post(urlEqualTo("/v1/chat/completions"))
            .withHeader("Authorization", equalTo("Bearer upstream-key-1"))
            .withRequestBody(matchingJsonPath("$.model", equalTo("gpt-test")))
            .willReturn(
                aResponse().withHeader("Content-Type", "application/json").withBody(WHOLE)));

    ChatCompletion answer = client().chat().completions().create(question("dropped/gpt-test"));

    assertThat(answer.choices().getFirst().message().content()).contains("Good day.");
    assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(12);
    assertThat(answer._additionalProperties()).containsKey("vendor_field");
  }

  @Test
  void streamComesThroughWordByWord() {
    UPSTREAM.stubFor(
        post(urlEqualTo("/v1/chat/completions"))
            .withRequestBody(matchingJsonPath("$[?(@.stream == true)]"))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "text/event-stream")
                    .withBody(Streams.of("Good", " day", "."))
                    .withChunkedDribbleDelay(7, 200)));

    StringBuilder text = new StringBuilder();
    try (StreamResponse<ChatCompletionChunk> stream =
        client().chat().completions().createStreaming(question("dropped/gpt-test"))) {
      stream.stream()
          .flatMap(chunk -> chunk.choices().stream())
          .forEach(choice -> choice.delta().content().ifPresent(text::append));
    }

    assertThat(text).hasToString("Good day.");
  }

  @Test
  void answersOfTheDemoProviderPassTheStrictParser() {
    ChatCompletion answer = client().chat().completions().create(question("demo/echo"));

    answer.validate();
    assertThat(answer.choices().getFirst().message().content().orElseThrow())
        .contains("How do you do?");
  }

  @Test
  void errorsAreWhatTheSdkExpects() {
    UPSTREAM.stubFor(
        post(urlEqualTo("/v1/chat/completions"))
            .withRequestBody(matchingJsonPath("$.model", equalTo("busy")))
            .willReturn(
                aResponse()
                    .withStatus(429)
                    .withHeader("Retry-After", "7")
                    .withBody("{\"error\":{\"message\":\"slow down\",\"type\":\"x\"}}")));

    assertThatThrownBy(() -> client().chat().completions().create(question("dropped/busy")))
        .isInstanceOf(RateLimitException.class)
        .hasMessageContaining("slow down");
    assertThatThrownBy(() -> client().chat().completions().create(question("mistral/none")))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("No credentials for provider: mistral");
  }

  @Test
  void upstreamGetsNoCredentialOfTheClient() {
    UPSTREAM.stubFor(
        post(urlEqualTo("/v1/chat/completions"))
            .withRequestBody(matchingJsonPath("$.model", equalTo("private")))
            .willReturn(
                aResponse().withHeader("Content-Type", "application/json").withBody(WHOLE)));

    client().chat().completions().create(question("dropped/private"));

    UPSTREAM.verify(
        postRequestedFor(urlEqualTo("/v1/chat/completions"))
            .withRequestBody(matchingJsonPath("$.model", equalTo("private")))
            .withHeader("Authorization", equalTo("Bearer upstream-key-1")));
  }

  private static OpenAIClient client() {
    return OpenAIOkHttpClient.builder()
        .baseUrl(product.uri("/v1").toString())
        .apiKey("whatever-the-client-has")
        .maxRetries(0)
        .build();
  }

  private static ChatCompletionCreateParams question(String model) {
    return ChatCompletionCreateParams.builder()
        .model(model)
        .addUserMessage("How do you do?")
        .build();
  }
}
