package io.omniroute.plugin.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.ChatResponse;
import io.omniroute.api.chat.OutputFormat;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Sampling;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.chat.Tool;
import io.omniroute.api.chat.ToolChoice;
import io.omniroute.api.chat.Turn;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.Provider;
import io.omniroute.testkit.ProviderConformance;
import io.omniroute.testkit.RecordedEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoProviderTest extends ProviderConformance {
  private static final JsonObject WEATHER =
      (JsonObject)
          Json.parse(
              """
              {"type":"object","required":["city","days"],"properties":{
                "city":{"type":"string"},"days":{"type":"integer","minimum":2},"unit":{"enum":["c","f"]}}}\
              """);

  @Override
  protected Provider provider() {
    return new DemoProvider();
  }

  @Override
  protected List<ModelInfo> localModels(List<ModelInfo> models) {
    return models.stream()
        .filter(model -> !model.id().equals("slow") && !model.id().equals("fail-hang"))
        .toList();
  }

  @Test
  void helloSaysWhatItIsWhatWasAskedAndHowToGoOn() throws InterruptedException {
    String text = text(answer(ask("hello", "What is this?")));

    assertThat(text)
        .startsWith("Hello!")
        .contains("What is this?", "demo/echo", "demo/tools", "dashboard");
  }

  @Test
  void echoRepeatsTheLastMessage() throws InterruptedException {
    ChatRequest request =
        ask("echo", "first").toBuilder()
            .addTurn(Turn.assistant(new Part.Text("first")))
            .addTurn(Turn.user(new Part.Text("  second\n line ")))
            .build();

    assertThat(text(answer(request))).isEqualTo("  second\n line ");
  }

  @Test
  void theSameQuestionGetsTheSameAnswerAndTheSameCounters() throws InterruptedException {
    ChatResponse first = answer(ask("think", "a b c"));

    assertThat(answer(ask("think", "a b c"))).isEqualTo(first);
    assertThat(first.usage().inputTotal()).isEqualTo(4);
    assertThat(first.usage().reasoning()).isPositive();
    assertThat(first.usage().outputTotal()).isGreaterThan(first.usage().reasoning());
  }

  @Test
  void thinkingComesBeforeTheAnswer() throws InterruptedException {
    assertThat(answer(ask("think", "hm")).choices().getFirst().parts())
        .hasExactlyElementsOfTypes(Part.Thinking.class, Part.Text.class);
  }

  @Test
  void toolsAreCalledWithArgumentsFromTheirSchemaAndThenUsed() throws InterruptedException {
    ChatRequest request =
        ask("tools", "Weather?").toBuilder()
            .addTool(Tool.function("get_weather", null, WEATHER))
            .build();
    ChatResponse first = answer(request);
    Part.ToolCall call = (Part.ToolCall) first.choices().getFirst().parts().getLast();

    assertThat(first.choices().getFirst().reason()).isEqualTo(StopReason.TOOL_CALLS);
    assertThat(Json.parse(call.arguments()))
        .isEqualTo(Json.parse("{\"city\":\"example city\",\"days\":2}"));
    ChatRequest next =
        request.toBuilder()
            .addTurn(Turn.assistant(call))
            .addTurn(Turn.user(new Part.ToolResult(call.id(), "18 degrees")))
            .build();
    assertThat(text(answer(next))).isEqualTo("The tool answered: 18 degrees");
  }

  @Test
  void severalCallsHaveIdsOfTheirOwn() throws InterruptedException {
    ChatRequest request =
        ask("tools", "calls=3").toBuilder()
            .addTool(Tool.function("f", null, JsonObject.EMPTY))
            .build();

    assertThat(calls(answer(request)))
        .extracting(Part.ToolCall::id)
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(calls(answer(request.toBuilder().parallelToolCalls(false).build()))).hasSize(1);
  }

  @Test
  void theChoiceOfToolsCounts() throws InterruptedException {
    ChatRequest request =
        ask("tools", "go").toBuilder()
            .addTool(Tool.function("a", null, JsonObject.EMPTY))
            .addTool(Tool.function("b", null, JsonObject.EMPTY))
            .build();

    assertThat(calls(answer(request.toBuilder().toolChoice(new ToolChoice.Named("b")).build())))
        .extracting(Part.ToolCall::name)
        .containsExactly("b");
    assertThat(calls(answer(request.toBuilder().toolChoice(new ToolChoice.None()).build())))
        .isEmpty();
  }

  @Test
  void jsonFollowsTheSchema() throws InterruptedException {
    ChatRequest request =
        ask("json", "x").toBuilder()
            .output(new OutputFormat.JsonSchema("answer", null, WEATHER, true))
            .build();

    JsonObject value = (JsonObject) Json.parse(text(answer(request)));
    assertThat(value.fields().keySet()).containsExactly("city", "days");
    assertThat(Json.parse(text(answer(ask("json", "x"))))).isInstanceOf(JsonObject.class);
  }

  @Test
  void schemasThatReferToThemselvesComeToAnEnd() throws InterruptedException {
    JsonObject tree =
        (JsonObject)
            Json.parse(
                """
                {"$ref":"#/$defs/node","$defs":{"node":{"type":"object","properties":{
                  "name":{"type":["string","null"]},"next":{"$ref":"#/$defs/node"}}}}}\
                """);
    ChatRequest request =
        ask("json", "x").toBuilder()
            .output(new OutputFormat.JsonSchema("tree", null, tree, true))
            .build();

    assertThat(Json.parse(text(answer(request)))).isInstanceOf(JsonObject.class);
  }

  @ParameterizedTest
  @CsvSource({
    "fail,hi,UPSTREAM_ERROR,500",
    "fail-429,hi,RATE_LIMITED,429",
    "fail-500,hi,UPSTREAM_ERROR,500",
    "fail-401,hi,UNAUTHENTICATED,401",
    "fail,please status=503,UNAVAILABLE,503",
    "fail-429,status=404,NOT_FOUND,404",
    "fail,status=200,UPSTREAM_ERROR,500"
  })
  void failingHappensAsToldAndBeforeAnythingWasSaid(
      String model, String prompt, ErrorCode code, int status) {
    RecordedEvents events = new RecordedEvents();

    assertThatThrownBy(() -> new DemoProvider().answer(ask(model, prompt), account(), events))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.status()).isEqualTo(status);
            });
    assertThat(events.all()).isEmpty();
  }

  @Test
  void aLimitTellsWhenToComeBack() {
    assertThatThrownBy(() -> answer(ask("fail-429", "retry=30s")))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(30)));
  }

  @Test
  void failingInTheMiddleComesAfterSomeWords() {
    RecordedEvents events = new RecordedEvents();

    assertThatThrownBy(
            () -> new DemoProvider().answer(ask("fail-midstream", "x"), account(), events))
        .isInstanceOf(GatewayException.class);
    assertThat(events.of(ChatEvent.TextDelta.class)).hasSizeGreaterThan(3);
    assertThat(events.complete()).isFalse();
  }

  @Test
  void slowWaitsAsLongAsItIsTold() throws InterruptedException {
    assertThat(text(answer(ask("slow-7ms", "x")))).contains("7 ms");
    assertThat(text(answer(ask("slow", "delay=3ms")))).contains("3 ms");
  }

  @Test
  void waitingEndsWithTheCaller() throws InterruptedException {
    AtomicReference<Exception> ended = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    answer(ask("fail-hang", "x"));
                  } catch (InterruptedException e) {
                    ended.set(e);
                  }
                  done.countDown();
                });
    thread.interrupt();

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ended.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void longTalksAsMuchAsItIsTold() throws InterruptedException {
    assertThat(text(answer(ask("long", "words=1200"))).split(" ")).hasSize(1200);
    assertThat(text(answer(ask("long-30", "x"))).split(" ")).hasSize(30);
  }

  @Test
  void theLimitOfTokensCutsTheAnswer() throws InterruptedException {
    ChatResponse answer = answer(ask("long", "x").toBuilder().maxOutputTokens(5L).build());

    assertThat(answer.choices().getFirst().reason()).isEqualTo(StopReason.LENGTH);
    assertThat(answer.usage().outputTotal()).isEqualTo(5);
    assertThat(text(answer).split(" ")).hasSize(5);
  }

  @Test
  void aStopSequenceEndsTheAnswerBeforeIt() throws InterruptedException {
    ChatResponse answer =
        answer(
            ask("echo", "one two three four").toBuilder()
                .stopSequences(List.of("never", "e fo", "two"))
                .build());

    assertThat(text(answer)).isEqualTo("one ");
    assertThat(answer.choices().getFirst().reason()).isEqualTo(StopReason.STOP_SEQUENCE);
    assertThat(answer.choices().getFirst().stopSequence()).isEqualTo("two");
  }

  @Test
  void severalChoicesAreGiven() throws InterruptedException {
    Sampling three = new Sampling(null, null, null, null, null, null, 3, null, null);
    ChatResponse answer = answer(ask("echo", "hi").toBuilder().sampling(three).build());

    assertThat(answer.choices()).extracting(ChatResponse.Choice::index).containsExactly(0, 1, 2);
    assertThat(answer.usage().outputTotal()).isEqualTo(3);
    Sampling tooMany = new Sampling(null, null, null, null, null, null, 99, null, null);
    assertThatThrownBy(() -> answer(ask("echo", "hi").toBuilder().sampling(tooMany).build()))
        .isInstanceOf(GatewayException.class);
  }

  @Test
  void streamsComeWordByWord() throws InterruptedException {
    RecordedEvents events = new RecordedEvents();
    new DemoProvider()
        .answer(ask("echo", "one two three").toBuilder().stream(true).build(), account(), events);

    assertThat(events.of(ChatEvent.TextDelta.class))
        .extracting(ChatEvent.TextDelta::text)
        .containsExactly("one", " two", " three");
  }

  @Test
  void anUnknownModelIsNotFound() {
    assertThatThrownBy(() -> answer(ask("nobody", "x")))
        .isInstanceOfSatisfying(
            GatewayException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  private static ChatRequest ask(String model, String text) {
    return ChatRequest.builder(model).addTurn(Turn.user(new Part.Text(text))).build();
  }

  private static ChatResponse answer(ChatRequest request) throws InterruptedException {
    RecordedEvents events = new RecordedEvents();
    new DemoProvider().answer(request, account(), events);
    events.assertOrder();
    assertThat(events.complete()).isTrue();
    return events.response();
  }

  private static Account account() {
    return new Account(
        "demo",
        "Demo",
        null,
        null,
        new DemoProvider()
            .descriptor()
            .accountFields()
            .resolve((JsonObject) Json.parse("{\"wordDelay\":\"0ms\"}")));
  }

  private static String text(ChatResponse answer) {
    return Prompt.text(answer.choices().getFirst().parts());
  }

  private static List<Part.ToolCall> calls(ChatResponse answer) {
    return answer.choices().getFirst().parts().stream()
        .filter(Part.ToolCall.class::isInstance)
        .map(Part.ToolCall.class::cast)
        .toList();
  }
}
