package io.omniroute.plugin.translator.openaichat;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.BodyEdit;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.Passthrough;
import io.omniroute.api.translate.PassthroughTap;
import io.omniroute.api.translate.Signal;
import io.omniroute.testkit.SseText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {
  private static final String PLAIN =
      "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

  @Test
  void usageIsAskedForWhereTheClientDidNot() {
    Passthrough plan = plan(" \n" + PLAIN, true, "{}").orElseThrow();

    JsonObject sent = applied(" \n" + PLAIN, plan.edits());
    assertThat(sent.object("stream_options").bool("include_usage")).isTrue();
    assertThat(sent.toBuilder().remove("stream_options").build()).isEqualTo(Json.parse(PLAIN));
  }

  @Test
  void otherStreamOptionsAreKept() {
    String body =
        PLAIN.replace("\"stream\":true", "\"stream_options\":{\"include_obfuscation\":false}");
    Passthrough plan = plan(body, true, "{}").orElseThrow();

    assertThat(applied(body, plan.edits()).object("stream_options"))
        .isEqualTo(Json.parse("{\"include_obfuscation\":false,\"include_usage\":true}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{\"include_usage\":false}", "{\"include_usage\":null}"})
  void whoSaysNoIsAskedForAllTheSame(String options) {
    String body = PLAIN.replace("\"stream\":true", "\"stream_options\":" + options);

    Passthrough plan = plan(body, true, "{}").orElseThrow();
    assertThat(applied(body, plan.edits()).object("stream_options").bool("include_usage")).isTrue();
    assertThat(plan.tap().frame(usageChunk()).kind()).isEqualTo(Signal.Kind.HIDDEN);
  }

  @Test
  void whoAskedGetsTheUsageAndNothingIsChanged() {
    String body = PLAIN.replace("\"stream\":true", "\"stream_options\":{\"include_usage\":true}");
    Passthrough plan = plan(body, true, "{}").orElseThrow();

    assertThat(plan.edits()).isEmpty();
    Signal signal = plan.tap().frame(usageChunk());
    assertThat(signal.kind()).isEqualTo(Signal.Kind.META);
    assertThat(signal.usage()).isNotNull();
  }

  @Test
  void wholeAnswersAndHostsThatRefuseAreNotAsked() {
    assertThat(plan(PLAIN, false, "{}").orElseThrow().edits()).isEmpty();
    assertThat(plan(PLAIN, true, "{\"streamUsage\":false}").orElseThrow().edits()).isEmpty();
  }

  @Test
  void textThatLooksLikeAFieldChangesNothing() {
    String body = PLAIN.replace("hi", "set \\\"stream_options\\\": {}");

    assertThat(applied(body, plan(body, true, "{}").orElseThrow().edits()).has("stream_options"))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                        | {"role":"developer"}
          {"unsupportedParameters":["logprobs"]}    | {"logprobs":true}
          {"renamedParameters":{"seed":"random"}}   | {"seed":1}
          {"customTools":false}                     | {"type":"custom"}
          {"maxTokensField":"max_completion_tokens"} | {"max_tokens":1}
          {"maxTokensField":"max_tokens"}           | {"max_completion_tokens":1}
          {"messageNames":false}                    | {"name":"ann"}
          {"strictTools":false}                     | {"strict":true}
          {"requiredToolChoice":"any"}              | {"tool_choice":"required"}
          {"structuredOutput":"object"}             | {"response_format":{}}
          {"reasoningStyle":"thinking"}             | {"reasoning_effort":"low"}
          {"reasoningEfforts":["low"]}              | {"reasoning_effort":"high"}
          {"thinkTags":true}                        | {}
          {"mergeSystem":true}                      | [{"role":"system"},{"role":"system"}]
          {"plainContent":true}                     | {"type":"text"}
          {"toolIdStyle":"alnum9"}                  | {"tool_call_id":"a"}
          {"requiresReasoningContent":true}         | {"tool_calls":[]}
          {"reasoningField":"none"}                 | {"reasoning_content":"x"}
          """)
  void aQuirkThatTheBodyFallsUnderMeansWriting(String quirks, String body) {
    assertThat(plan(body, false, quirks)).isEmpty();
    assertThat(plan(body, false, "{\"developerRole\":true}")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"unsupportedParameters":["user"]}        | {"role":"user"}
          {"unsupportedParameters":["n"]}           | {"content":"\\\"n\\\": 1"}
          {"requiredToolChoice":"any"}              | {"required":["city"]}
          {"mergeSystem":true}                      | [{"role":"system","content":"the system"}]
          {"requiresReasoningContent":true}         | {"reasoning_content":"x","tool_calls":[]}
          {"customTools":false}                     | {"custom":1}
          """)
  void whatOnlyLooksLikeItIsForwarded(String quirks, String body) {
    assertThat(plan(body, false, quirks)).isPresent();
  }

  @Test
  void contentUsageAndTheEndAreSeenWithoutReadingJson() {
    PassthroughTap tap = plan(PLAIN, true, "{}").orElseThrow().tap();
    List<Signal> signals =
        SseText.frames(Examples.text("C-S1.sse")).stream().map(tap::frame).toList();

    assertThat(signals)
        .extracting(Signal::kind)
        .containsExactly(
            Signal.Kind.META,
            Signal.Kind.CONTENT,
            Signal.Kind.CONTENT,
            Signal.Kind.CONTENT,
            Signal.Kind.CONTENT,
            Signal.Kind.CONTENT,
            Signal.Kind.CONTENT,
            Signal.Kind.CONTENT,
            Signal.Kind.META,
            Signal.Kind.HIDDEN,
            Signal.Kind.END);
    assertThat(signals.get(9).usage().outputTotal()).isEqualTo(60);
    assertThat(tap.ended()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"delta\":{\"content\":\"\"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":null,\"tool_calls\":[]}}]}",
        "{\"choices\":[{\"delta\": {\"role\": \"assistant\", \"content\": \"\"}}]}",
        "{\"choices\":[]}",
        "{\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0}]}"
      })
  void nothingIsNoContent(String chunk) {
    assertThat(tap().frame(Frame.of(chunk)).kind()).isEqualTo(Signal.Kind.META);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"delta\":{\"content\":\"x\"}}]}",
        "{\"choices\":[{\"delta\": {\"content\": \"x\"}}]}",
        "{\"choices\":[{\"delta\":{\"reasoning_content\":\"x\"}}]}",
        "{\"choices\":[{\"delta\":{\"reasoning\":\"x\"}}]}",
        "{\"choices\":[{\"delta\":{\"refusal\":\"x\"}}]}",
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{}]}}]}",
        "{\"choices\":[{\"delta\":{\"images\":[{}]}}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"\\\"error\\\":{\"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"x\"}}],\"error\":null}"
      })
  void somethingIsContent(String chunk) {
    assertThat(tap().frame(Frame.of(chunk)).kind()).isEqualTo(Signal.Kind.CONTENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"error":{"message":"x","code":429}}                                      | RATE_LIMITED
          {"choices":[{"delta":{"content":""},"finish_reason":"error","error":{"code":503,"message":"x"}}]} | UNAVAILABLE
          {"choices":null}                                                          | UPSTREAM_ERROR
          {"detail":"Unsupported parameter: x"}                                     | UPSTREAM_ERROR
          {"object":"error","message":"prompt is too long","code":40}               | CONTEXT_OVERFLOW
          [DONE]                                                                    | UPSTREAM_ERROR
          """)
  void pitfall25FailuresInAStreamAreSeen(String data, ErrorCode code) {
    Signal signal = tap().frame(Frame.of(data));

    assertThat(signal.kind()).isEqualTo(Signal.Kind.ERROR);
    assertThat(signal.failure().code()).isEqualTo(code);
  }

  @Test
  void wholeAnswersTellTheirUsage() {
    Signal signal = tap().whole(Examples.text("C-R1.json").getBytes(StandardCharsets.UTF_8));

    assertThat(signal.kind()).isEqualTo(Signal.Kind.END);
    assertThat(signal.usage().total()).isEqualTo(180);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":null}",
        "{\"choices\":[]}",
        "{\"error\":{\"message\":\"x\"}}",
        "{\"choices\":[{\"message\":{\"content\":\"\"},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"message\":{\"content\":\"cut o",
        "<html>",
        ""
      })
  void pitfall25WholeAnswersThatAreNoneAreFailures(String body) {
    assertThat(tap().whole(body.getBytes(StandardCharsets.UTF_8)).kind())
        .isEqualTo(Signal.Kind.ERROR);
  }

  @Test
  void anEmptyAnswerMayBeRightWhereThereAreStopSequences() {
    String body = PLAIN.replace("\"stream\":true", "\"stop\":[\"END\"]");
    PassthroughTap tap = plan(body, true, "{}").orElseThrow().tap();
    tap.frame(Frame.of("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}"));

    assertThat(tap.frame(Frame.of("[DONE]")).kind()).isEqualTo(Signal.Kind.END);
    assertThat(tap.ended()).isTrue();
  }

  private static PassthroughTap tap() {
    return plan(PLAIN, true, "{}").orElseThrow().tap();
  }

  private static Frame usageChunk() {
    return Frame.of(
        "{\"id\":\"x\",\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}");
  }

  private static Optional<Passthrough> plan(String body, boolean stream, String quirks) {
    return Examples.UPSTREAM.passthrough(
        body.getBytes(StandardCharsets.UTF_8), stream, Examples.quirks(quirks));
  }

  private static JsonObject applied(String body, List<BodyEdit> edits) {
    StringBuilder text = new StringBuilder(body);
    for (BodyEdit edit : edits.reversed()) {
      text.replace(
          edit.start(), edit.end(), new String(edit.replacement(), StandardCharsets.UTF_8));
    }
    return Examples.json(text.toString());
  }
}
