package io.omniroute.plugin.translator.openaichat;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.MediaSource;
import io.omniroute.api.chat.Modality;
import io.omniroute.api.chat.OutputFormat;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.Reasoning;
import io.omniroute.api.chat.RequestHints;
import io.omniroute.api.chat.Role;
import io.omniroute.api.chat.Sampling;
import io.omniroute.api.chat.Tool;
import io.omniroute.api.chat.ToolChoice;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.chat.Turn;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.Quirks;
import io.omniroute.testkit.RecordedLosses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Writing and reading back gives the same request, for all that the format has a place for. */
class RoundTripPropertiesTest {
  private static final Quirks ALL_KNOWN =
      Examples.quirks(
          """
          {"developerRole":true,"topK":true,"cacheControl":true,"reasoningField":"reasoning_content"}\
          """);
  private static final JsonObject SCHEMA =
      (JsonObject) Json.parse("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");

  @Property(tries = 400)
  void whatIsWrittenIsReadBackTheSame(@ForAll("requests") ChatRequest request) {
    RecordedLosses losses = new RecordedLosses();
    JsonObject sent = Examples.encode(request, request.stream(), ALL_KNOWN, losses);

    assertThat(losses.all()).isEmpty();
    ChatRequest back = Examples.decode(sent.toText());
    assertThat(withoutStreamOptions(back))
        .isEqualTo(request.toBuilder().model("upstream-model").build());
  }

  @Property(tries = 200)
  void writingAgainChangesNothingMore(@ForAll("requests") ChatRequest request) {
    JsonObject once = Examples.encode(request);
    ChatRequest back = Examples.decode(once.toText());

    assertThat(Examples.encode(back)).isEqualTo(once);
  }

  /** The gateway asks for usage by itself. */
  private static ChatRequest withoutStreamOptions(ChatRequest request) {
    JsonObject own = Leftovers.in(request.extras()).toBuilder().remove("stream_options").build();
    return request.toBuilder().extras(Extras.of(OpenAiChatTranslator.FORMAT, own)).build();
  }

  @Provide
  Arbitrary<ChatRequest> requests() {
    return Combinators.combine(
            conversation(), tools(), sampling(), reasoning(), output(), hints(), flags())
        .as(
            (turns, tools, sampling, reasoning, output, hints, flags) ->
                ChatRequest.builder("m").stream(flags.getFirst())
                    .system(
                        flags.get(1)
                            ? List.of(new Part.Text("Be brief."), developer("Be exact."))
                            : List.of())
                    .turns(turns)
                    .tools(tools)
                    .toolChoice(tools.isEmpty() ? null : choice(flags, tools))
                    .parallelToolCalls(tools.isEmpty() ? null : flags.get(2))
                    .maxOutputTokens(flags.get(3) ? 100L : null)
                    .stopSequences(flags.get(4) ? List.of("END", "STOP") : List.of())
                    .sampling(sampling)
                    .reasoning(reasoning)
                    .output(output)
                    .modalities(flags.get(5) ? List.of(Modality.TEXT, Modality.AUDIO) : List.of())
                    .hints(hints)
                    .extras(
                        flags.get(6) ? own("{\"store\":true,\"vendor\":{\"a\":[1]}}") : Extras.NONE)
                    .build());
  }

  private static ToolChoice choice(List<Boolean> flags, List<Tool> tools) {
    if (flags.get(3)) {
      return new ToolChoice.Named(tools.getFirst().name());
    }
    if (flags.get(4)) {
      return new ToolChoice.Allowed(List.of(tools.getLast().name()), flags.get(5));
    }
    return flags.get(5) ? new ToolChoice.Required() : new ToolChoice.None();
  }

  private static Part developer(String text) {
    return new Part.Text(text, List.of(), PartMeta.of(null, own("{\"role\":\"developer\"}")));
  }

  private static Extras own(String json) {
    return Extras.of(OpenAiChatTranslator.FORMAT, Examples.json(json));
  }

  private static Arbitrary<List<Boolean>> flags() {
    return Arbitraries.of(true, false).list().ofSize(7);
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(12)
        .excludeChars('\uFFFF')
        .filter(RoundTripPropertiesTest::wellFormed)
        .filter(text -> !text.startsWith("Error: "));
  }

  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  /** A conversation whose every call is answered at once. */
  private static Arbitrary<List<Turn>> conversation() {
    Arbitrary<List<Turn>> step =
        Arbitraries.oneOf(
            user().map(List::of),
            said().map(List::of),
            Combinators.combine(
                    Arbitraries.integers().between(1, 3), text(), Arbitraries.of(true, false))
                .as(RoundTripPropertiesTest::called));
    return step.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            steps -> {
              List<Turn> turns = new ArrayList<>();
              turns.add(Turn.user(new Part.Text("Begin.")));
              steps.forEach(turns::addAll);
              return numbered(turns);
            });
  }

  private static Arbitrary<Turn> user() {
    Arbitrary<Part> parts =
        Arbitraries.oneOf(
            text().map(Part.Text::new),
            text()
                .map(
                    url ->
                        new Part.Image(
                            new MediaSource.Url("https://e.com/" + url, null),
                            "low",
                            PartMeta.NONE)),
            Arbitraries.just(new Part.Image(new MediaSource.Inline("image/png", "AAAA"))),
            Arbitraries.just(new Part.Audio(new MediaSource.Inline("audio/wav", "AAAA"))),
            text()
                .map(
                    name ->
                        new Part.Document(new MediaSource.Inline("application/pdf", "AAAA"), name)),
            text().map(id -> new Part.Document(new MediaSource.StoredFile(id, null), null)),
            Arbitraries.just(
                new Part.Unknown(
                    OpenAiChatTranslator.FORMAT,
                    Examples.json("{\"type\":\"new\"}"),
                    PartMeta.NONE)));
    return Combinators.combine(parts.list().ofMinSize(1).ofMaxSize(3), text().injectNull(0.7))
        .as((said, name) -> new Turn(Role.USER, said, name, Extras.NONE));
  }

  private static Arbitrary<Turn> said() {
    return Combinators.combine(text(), text().injectNull(0.5), text().injectNull(0.7))
        .as(
            (said, thought, refusal) -> {
              List<Part> parts = new ArrayList<>();
              if (thought != null) {
                parts.add(new Part.Thinking(thought, null));
              }
              parts.add(new Part.Text(said));
              if (refusal != null) {
                parts.add(new Part.Refusal(refusal));
              }
              return new Turn(Role.ASSISTANT, parts, null, own("{\"audio\":{\"id\":\"a\"}}"));
            });
  }

  private static List<Turn> called(int count, String text, boolean error) {
    List<Part> calls = new ArrayList<>();
    List<Part> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(new Part.ToolCall("#" + i, "f" + i, "{\"n\":" + i + "}"));
      String said = error ? "Error: " + text : text;
      results.add(
          new Part.ToolResult("#" + i, null, List.of(new Part.Text(said)), error, PartMeta.NONE));
    }
    return List.of(new Turn(Role.ASSISTANT, calls), new Turn(Role.USER, results));
  }

  /** Gives the calls of each turn ids of their own. */
  private static List<Turn> numbered(List<Turn> turns) {
    List<Turn> numbered = new ArrayList<>();
    int step = 0;
    for (Turn turn : turns) {
      boolean calls = turn.parts().getFirst() instanceof Part.ToolCall;
      step += calls ? 1 : 0;
      String prefix = "call_" + step + "_";
      numbered.add(
          turn.withParts(turn.parts().stream().map(part -> withId(part, prefix)).toList()));
    }
    return numbered;
  }

  private static Part withId(Part part, String prefix) {
    return switch (part) {
      case Part.ToolCall call ->
          new Part.ToolCall(call.id().replace("#", prefix), call.name(), call.arguments());
      case Part.ToolResult result ->
          new Part.ToolResult(
              result.callId().replace("#", prefix),
              null,
              result.content(),
              result.error(),
              PartMeta.NONE);
      default -> part;
    };
  }

  private static Arbitrary<List<Tool>> tools() {
    Tool function = new Tool(ToolKind.FUNCTION, "f0", "Does it", SCHEMA, true, PartMeta.NONE);
    Tool custom = new Tool(ToolKind.CUSTOM, "patch", null, null, null, PartMeta.NONE);
    Tool server =
        new Tool(
            ToolKind.SERVER,
            "web_search",
            null,
            null,
            null,
            PartMeta.of(null, own("{\"type\":\"web_search\",\"size\":1}")));
    return Arbitraries.subsetOf(function, custom, server).map(List::copyOf);
  }

  private static Arbitrary<Sampling> sampling() {
    return Combinators.combine(
            Arbitraries.of(0.0, 0.7, 2.0).injectNull(0.5),
            Arbitraries.of(1, 40).injectNull(0.5),
            Arbitraries.longs().injectNull(0.5),
            Arbitraries.of(true, false).injectNull(0.5))
        .as(
            (temperature, topK, seed, logprobs) ->
                new Sampling(
                    temperature, temperature, topK, null, temperature, seed, topK, logprobs, topK));
  }

  private static Arbitrary<Reasoning> reasoning() {
    return Arbitraries.of(
        Reasoning.DEFAULT,
        Reasoning.OFF,
        Reasoning.of(Reasoning.Effort.MINIMAL),
        Reasoning.of(Reasoning.Effort.HIGH),
        Reasoning.of(Reasoning.Effort.EXTRA_HIGH));
  }

  private static Arbitrary<OutputFormat> output() {
    return Arbitraries.of(
        OutputFormat.TEXT,
        new OutputFormat.JsonMode(),
        new OutputFormat.JsonSchema("answer", "An answer", SCHEMA, true),
        new OutputFormat.JsonSchema("answer", null, SCHEMA, null));
  }

  private static Arbitrary<RequestHints> hints() {
    return Arbitraries.of(
        RequestHints.NONE, new RequestHints("u", Map.of("a", "b"), "key", "flex", "low"));
  }
}
