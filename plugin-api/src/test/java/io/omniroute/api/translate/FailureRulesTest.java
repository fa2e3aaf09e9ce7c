package io.omniroute.api.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pitfalls 27, 32 and 34. */
class FailureRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"error":{"message":"messages.0.content invalid"}}                              | INVALID_REQUEST     | 400 | REQUEST
          400 | {"error":{"message":"bad","code":"context_length_exceeded"}}                    | CONTEXT_OVERFLOW    | 400 | REQUEST
          400 | {"error":{"message":"Too many high-frequency requests"}}                        | RATE_LIMITED        | 429 | ACCOUNT
          400 | {"error":{"message":"You have reached your specified API usage limits."}}       | QUOTA_EXHAUSTED     | 402 | ACCOUNT
          400 | {"error":{"message":"Incorrect API key provided"}}                              | UNAUTHENTICATED     | 401 | ACCOUNT
          400 | {"error":{"message":"x","code":"content_filter"}}                               | CONTENT_REFUSED     | 400 | REQUEST
          400 | {"error":{"message":"The model `x` does not exist"}}                            | NOT_FOUND           | 404 | MODEL
          400 | {"detail":"Unsupported parameter: max_output_tokens"}                           | UNSUPPORTED_PARAMETER | 400 | REQUEST
          400 | {"error":{"message":"m","code":"tool_use_failed","failed_generation":"<f>"}}    | UPSTREAM_ERROR      | 502 | MODEL
          401 | {"error":{"message":"quota exceeded"}}                                          | UNAUTHENTICATED     | 401 | ACCOUNT
          402 | {"error":{"message":"This request requires more credits","code":402}}           | QUOTA_EXHAUSTED     | 402 | ACCOUNT
          403 | {"error":{"message":"Bad credentials"}}                                         | UNAUTHENTICATED     | 401 | ACCOUNT
          403 | {"error":{"message":"Request not allowed"}}                                     | PERMISSION_DENIED   | 403 | ACCOUNT
          403 | {"error":{"message":"your credit balance is too low"}}                          | QUOTA_EXHAUSTED     | 402 | ACCOUNT
          404 | {"error":{"message":"no such thing"}}                                           | NOT_FOUND           | 404 | MODEL
          413 | {"error":{"message":"Request too large for model x: tokens per minute (TPM)"}}  | CONTEXT_OVERFLOW    | 413 | REQUEST
          413 | {"error":{"message":"body too big"}}                                            | PAYLOAD_TOO_LARGE   | 413 | REQUEST
          422 | {"detail":[{"loc":["body","n"],"msg":"extra fields not permitted","type":"x"}]} | UNSUPPORTED_PARAMETER | 422 | REQUEST
          429 | {"error":{"message":"Bad credentials, maybe"}}                                  | RATE_LIMITED        | 429 | ACCOUNT
          429 | {"error":{"message":"Limit of model m reached"}}                                | RATE_LIMITED        | 429 | MODEL
          429 | {"error":{"message":"check your plan","code":"insufficient_quota"}}             | QUOTA_EXHAUSTED     | 429 | ACCOUNT
          498 | {"error":{"message":"flex capacity"}}                                           | UNAVAILABLE         | 503 | PROVIDER
          500 | {"error":{"message":"This model's maximum context length is 8192 tokens"}}      | CONTEXT_OVERFLOW    | 400 | REQUEST
          500 | {"error":{"message":"ResourceExhausted: queue"}}                                | RATE_LIMITED        | 429 | ACCOUNT
          502 | <html><head><title>502 Bad Gateway</title></head></html>                        | UPSTREAM_ERROR      | 502 | PROVIDER
          503 | overloaded                                                                      | UNAVAILABLE         | 503 | PROVIDER
          504 | {}                                                                              | UPSTREAM_TIMEOUT    | 504 | PROVIDER
          529 | {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}     | UNAVAILABLE         | 503 | PROVIDER
          302 | moved                                                                           | UPSTREAM_ERROR      | 502 | PROVIDER
          """)
  void statusAndWordsTellWhatHappened(
      int status, String body, ErrorCode code, int shown, Blame blame) {
    Failure failure = read(status, Headers.NONE, body);

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.status()).isEqualTo(shown);
    assertThat(failure.blame()).isEqualTo(blame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens",
        "prompt is too long: 210000 tokens > 200000 maximum",
        "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000",
        "The input token count (1196265) exceeds the maximum number of tokens allowed (1048575).",
        "Your request exceeded model token limit: 131072",
        "Input is too long for requested model.",
        "Prompt contains 40000 tokens, too large for model with 32768 maximum context length",
        "too many tokens: size limit exceeded by 12 tokens",
        "Range of input length should be [1, 30720]",
        "This model's maximum prompt length is 131072 but the request contains 537812 tokens.",
        "`inputs` tokens + `max_new_tokens` must be <= 4096",
        "the request exceeds the available context size, try increasing it",
        "Please reduce the length of the messages or completion."
      })
  void vendorsSayInManyWordsThatItDoesNotFit(String message) {
    String body = JsonObject.builder().put("message", message).build().toText();

    assertThat(read(400, Headers.NONE, "{\"error\":" + body + "}").code())
        .isEqualTo(ErrorCode.CONTEXT_OVERFLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "messages.0.content invalid",
        "max_tokens is too large: 100000. This model supports at most 4096 completion tokens",
        "Invalid value for 'content': expected a string, got null",
        "tools.3.input_schema: field required"
      })
  void otherFaultsOfARequestAreNoOverflow(String message) {
    String body = JsonObject.builder().put("message", message).build().toText();

    assertThat(read(400, Headers.NONE, "{\"error\":" + body + "}").code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"error":{"message":"said"}}                                              | said
          {"error":"said"}                                                          | said
          {"message":"said","code":7}                                               | said
          {"detail":"said"}                                                         | said
          {"detail":[{"msg":"said"}]}                                               | said
          {"errors":[{"message":"said"}]}                                           | said
          [{"error":{"code":400,"message":"said"}}]                                 | said
          {"error":{"message":"{\\"error\\":{\\"message\\":\\"said\\"}}"}}                  | said
          {"error":{"message":"Provider returned error","metadata":{"raw":"{\\"error\\":{\\"message\\":\\"said\\"}}"}}} | said
          {"base_resp":{"status_code":1008,"status_msg":"said"}}                    | said
          <html><body><h1>said</h1></body></html>                                   | said
          said                                                                      | said
          """)
  void theSentenceIsFoundInAnyShape(String body, String message) {
    assertThat(read(400, Headers.NONE, body).message()).isEqualTo(message);
  }

  @Test
  void aNestedErrorKeepsItsOwnKind() {
    String body =
        "{\"error\":{\"code\":400,\"message\":\"{\\\"type\\\":\\\"error\\\",\\\"error\\\":{\\\"type\\\":\\\"invalid_request_error\\\",\\\"message\\\":\\\"messages.1:"
            + " x\\\"}}\",\"status\":\"INVALID_ARGUMENT\"}}";

    Failure failure = read(400, Headers.NONE, body);

    assertThat(failure.message()).isEqualTo("messages.1: x");
    assertThat(failure.nativeCode()).isEqualTo("invalid_request_error");
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void anEmptyBodyTellsItsStatus() {
    assertThat(read(502, Headers.NONE, "").message()).contains("502");
  }

  @Test
  void theFieldThatIsWrongIsNamed() {
    assertThat(
            read(400, Headers.NONE, "{\"error\":{\"message\":\"no\",\"param\":\"messages[0]\"}}")
                .parameter())
        .isEqualTo("messages[0]");
    assertThat(
            read(400, Headers.NONE, "{\"detail\":\"Unsupported parameter: max_output_tokens\"}")
                .parameter())
        .isEqualTo("max_output_tokens");
    assertThat(
            read(400, Headers.NONE, "{\"error\":{\"message\":\"property 'name' is unsupported\"}}")
                .parameter())
        .isEqualTo("name");
  }

  @Test
  void secretsAreHidden() {
    Failure failure =
        read(
            401,
            Headers.NONE,
            "{\"error\":{\"message\":\"Incorrect API key provided: sk-proj-abc123******wxyz.\"}}");

    assertThat(failure.message()).doesNotContain("abc123").doesNotContain("wxyz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          retry-after    | 30                            | {}   | PT30S
          retry-after    | 1.5                           | {}   | PT1.5S
          Retry-After    | Sun, 22 Nov 2026 12:01:00 GMT | {}   | PT1M
          retry-after-ms | 250                           | {}   | PT0.25S
          x              | y | {"error":{"details":[{"retryDelay":"12.5s"}]}}              | PT12.5S
          x              | y | {"error":{"type":"usage_limit_reached","resets_in_seconds":3600}} | PT1H
          x              | y | {"error":{"resets_at":1795348860}}                          | PT1M
          x              | y | {"error":{"message":"Please try again in 20s."}}            | PT20S
          x              | y | {"error":{"message":"Please try again in 6m0.5s"}}          | PT6M0.5S
          x              | y | {"error":{"message":"retry after 2h7m23s"}}                 | PT2H7M23S
          x              | y | {"error":{"message":"try again in 850ms"}}                  | PT0.85S
          x              | y | {"error":{"message":"You will regain access on 2026-11-23 at 00:00 UTC."}} | PT12H
          """)
  void hintsTellWhenToComeBack(String header, String value, String body, Duration expected) {
    assertThat(read(429, Headers.of(header, value), body).retryAfter()).isEqualTo(expected);
  }

  @Test
  void aWindowThatIsUsedUpTellsItsReset() {
    Headers headers =
        Headers.builder()
            .add("x-ratelimit-remaining-requests", "12")
            .add("x-ratelimit-reset-requests", "9h")
            .add("x-ratelimit-remaining-tokens", "0")
            .add("x-ratelimit-reset-tokens", "7.66s")
            .build();

    assertThat(read(429, headers, "").retryAfter()).isEqualTo(Duration.ofMillis(7660));
  }

  @Test
  void nonsenseIsNoHint() {
    assertThat(read(429, Headers.of("retry-after", "soon"), "{}").retryAfter()).isNull();
    assertThat(read(429, Headers.of("retry-after", "-5"), "{}").retryAfter()).isNull();
    assertThat(read(429, Headers.of("retry-after", "999999999"), "{}").retryAfter())
        .isEqualTo(Duration.ofDays(31));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"error":{"message":"slow down","type":"rate_limit_error"}} | RATE_LIMITED     | 429
          {"error":{"message":"x","code":503}}                        | UNAVAILABLE      | 503
          {"error":{"message":"x","code":"502"}}                      | UPSTREAM_ERROR   | 502
          {"error":{"message":"prompt is too long"}}                  | CONTEXT_OVERFLOW | 400
          {"error":{"message":"something"}}                           | UPSTREAM_ERROR   | 502
          {"error":"Model is overloaded"}                             | UNAVAILABLE      | 503
          {"type":"error","error":{"type":"authentication_error","message":"x"}} | UNAUTHENTICATED | 401
          """)
  void errorsWithAGoodStatusAreFailuresToo(String body, ErrorCode code, int status) {
    Failure failure = FailureRules.inBand((JsonObject) Json.parse(body));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.status()).isEqualTo(status);
  }

  private static Failure read(int status, Headers headers, String body) {
    return FailureRules.read(
        new HttpAnswer(status, headers, body.getBytes(StandardCharsets.UTF_8)), NOW);
  }
}
