package io.omniroute.plugin.translator.openaichat;

import static io.omniroute.plugin.translator.openaichat.Examples.chunks;
import static io.omniroute.plugin.translator.openaichat.Examples.json;
import static io.omniroute.plugin.translator.openaichat.Examples.read;
import static io.omniroute.plugin.translator.openaichat.Examples.stream;
import static io.omniroute.plugin.translator.openaichat.Examples.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.Quirks;
import io.omniroute.api.translate.ResponseDecoder;
import io.omniroute.api.translate.ResponseEncoder;
import io.omniroute.testkit.RecordedEvents;
import io.omniroute.testkit.Samples;
import io.omniroute.testkit.SseText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbered traps of the field, as far as they concern this format. */
class PitfallsTest {
  private static final ChatRequest ASKING = asking(true);
  private static final ChatRequest SILENT = asking(false);

  private static ChatRequest asking(boolean usage) {
    return Examples.decode(
        "{\"model\":\"m\",\"stream\":true,\"stream_options\":{\"include_usage\":"
            + usage
            + "},\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}");
  }

  private static String call(String entry) {
    return "{\"index\":0,\"delta\":{\"tool_calls\":[" + entry + "]},\"finish_reason\":null}";
  }

  private static String end(String reason) {
    return "{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}";
  }

  private static Part.ToolCall onlyCall(RecordedEvents events) {
    return events.response().choices().getFirst().parts().stream()
        .filter(Part.ToolCall.class::isInstance)
        .map(Part.ToolCall.class::cast)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}",
        "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":null}}",
        "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\"}}"
      })
  void pitfall1EmptyArgumentsAreAnEmptyObject(String entry) {
    RecordedEvents events = read(stream(call(entry), end("tool_calls")));

    assertThat(onlyCall(events).arguments()).isEqualTo("{}");
    assertThat(arguments(write(events, ASKING), 0)).isEqualTo("{}");
    assertThat(Examples.whole(events.response()).toText()).contains("\"arguments\":\"{}\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\"  \""})
  void pitfall1EmptyArgumentsInHistoryToo(String arguments) {
    ChatRequest request =
        Examples.decode(
            """
            {"model":"m","messages":[{"role":"assistant","content":null,"tool_calls":[
             {"id":"c","type":"function","function":{"name":"f","arguments":%s}}]}]}\
            """
                .formatted(arguments));

    assertThat(Examples.encode(request).toText()).contains("\"arguments\":\"{}\"");
  }

  @Test
  void pitfalls2And3TheWriterCountsCallsItself() {
    List<Frame> frames = new ArrayList<>();
    ResponseEncoder encoder = Examples.encoder(ASKING);
    for (int number : new int[] {4, 2, 9}) {
      encoder.write(started(number), frames::add);
      encoder.write(new ChatEvent.ToolArgumentsDelta(0, number, "{}"), frames::add);
    }
    encoder.write(new ChatEvent.Finished(0, StopReason.TOOL_CALLS, null, null), frames::add);
    encoder.end(frames::add);

    assertThat(indexes(frames)).containsExactly(0L, 0L, 1L, 1L, 2L, 2L);
  }

  @Test
  void pitfalls2And3ReadingSurvivesMissingAndConstantIndexes() {
    RecordedEvents events =
        read(
            stream(
                call(
                    "{\"index\":-1,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{1\"}}"),
                call("{\"index\":-1,\"id\":\"a\",\"function\":{\"arguments\":\"}\"}}"),
                call("{\"id\":\"b\",\"function\":{\"name\":\"f\",\"arguments\":\"{2}\"}}"),
                end("stop")));

    assertThat(events.response().choices().getFirst().parts())
        .containsExactly(new Part.ToolCall("a", "f", "{1}"), new Part.ToolCall("b", "f", "{2}"));
  }

  @Test
  void pitfall4TheFirstFragmentIsNeverLost() {
    RecordedEvents events =
        read(
            stream(
                "{\"index\":0,\"delta\":{\"content\":\"end.\",\"tool_calls\":[{\"index\":0,\"id\":\"c\","
                    + "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\"\"}}]}}",
                call("{\"index\":0,\"function\":{\"arguments\":\":1}\"}}"),
                end("tool_calls")));

    assertThat(events.response().choices().getFirst().parts())
        .containsExactly(new Part.Text("end."), new Part.ToolCall("c", "f", "{\"a\":1}"));
    assertThat(arguments(write(events, ASKING), 0)).isEqualTo("{\"a\":1}");
  }

  @Test
  void pitfall5TheFirstDeltaDecidesAndTheRoleComesOnce() {
    RecordedEvents events =
        read(
            stream(
                "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}",
                "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":null,"
                    + "\"reasoning_content\":\"Hm.\"}}",
                end("stop")));

    assertThat(events.response().choices().getFirst().parts())
        .containsExactly(new Part.Thinking("Hm.", null));
    assertThat(chunks(write(events, ASKING)))
        .filteredOn(chunk -> chunk.toText().contains("\"role\""))
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(StopReason.class)
  void pitfall6ReasonsAreFromTheList(StopReason reason) {
    for (boolean called : new boolean[] {false, true}) {
      List<Frame> frames = new ArrayList<>();
      ResponseEncoder encoder = Examples.encoder(ASKING);
      encoder.write(new ChatEvent.TextDelta(0, "x"), frames::add);
      if (called) {
        encoder.write(started(0), frames::add);
      }
      encoder.write(new ChatEvent.Finished(0, reason, "max_tokens", null), frames::add);
      encoder.end(frames::add);

      assertThat(finishReason(frames)).isIn("stop", "length", "tool_calls", "content_filter");
      if (called && reason == StopReason.STOP) {
        assertThat(finishReason(frames)).isEqualTo("tool_calls");
      }
      if (!called) {
        assertThat(finishReason(frames)).isNotEqualTo("tool_calls");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop",
        "eos",
        "length",
        "max_tokens",
        "MAX_TOKENS",
        "tool_calls",
        "function_call",
        "content_filter",
        "SAFETY",
        "end_turn",
        "new_reason"
      })
  void pitfall6NativeReasonsAreReadWithAndWithoutCalls(String told) {
    RecordedEvents text = read(stream("{\"index\":0,\"delta\":{\"content\":\"x\"}}", end(told)));
    RecordedEvents called =
        read(
            stream(
                call(
                    "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}"),
                end(told)));

    assertThat(called.response().choices().getFirst().reason()).isEqualTo(StopReason.TOOL_CALLS);
    StopReason expected =
        switch (told.toLowerCase(Locale.ROOT)) {
          case "length", "max_tokens" -> StopReason.LENGTH;
          case "content_filter", "safety" -> StopReason.CONTENT_FILTER;
          case "new_reason" -> StopReason.UNKNOWN;
          default -> StopReason.STOP;
        };
    assertThat(text.response().choices().getFirst().reason()).isEqualTo(expected);
  }

  @Test
  void pitfall9CallsWithoutANameNeverGoOut() {
    RecordedEvents events =
        read(
            stream(
                call(
                    "{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"\",\"arguments\":\"{}\"}}"),
                "{\"index\":0,\"delta\":{\"content\":\"Hi\"}}",
                end("tool_calls")));

    assertThat(events.of(ChatEvent.ToolCallStarted.class)).isEmpty();
    assertThat(events.response().choices().getFirst().reason()).isEqualTo(StopReason.STOP);
  }

  @Test
  void pitfall16ThinkingComesBackFromMemory() {
    Quirks quirks = Examples.quirks("{\"requiresReasoningContent\":true}");
    KeptMemory memory = new KeptMemory();
    RecordedEvents events = new RecordedEvents();
    ResponseDecoder decoder =
        Examples.UPSTREAM.encode(Samples.conversation(), memory.context(quirks)).decoder();
    SseText.frames(
            stream(
                "{\"index\":0,\"delta\":{\"reasoning_content\":\"I look.\"}}",
                call(
                    "{\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}"),
                end("tool_calls")))
        .forEach(frame -> decoder.frame(frame, events));
    ChatRequest next =
        Examples.decode(
            """
            {"model":"m","messages":[{"role":"user","content":"?"},{"role":"assistant","content":null,
             "tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},
             {"role":"tool","tool_call_id":"c1","content":"x"}]}\
            """);

    JsonObject sent =
        json(
            new String(
                Examples.UPSTREAM.encode(next, memory.context(quirks)).body(),
                StandardCharsets.UTF_8));
    assertThat(sent.toText()).contains("\"reasoning_content\":\"I look.\"");
  }

  @Test
  void pitfall21UsageIsFoundAndShownOnlyToThoseWhoAsk() {
    RecordedEvents events = read(Examples.text("C-S1.sse"));

    assertThat(events.response().usage().inputTotal()).isEqualTo(120);
    List<JsonObject> asked = chunks(write(events, ASKING));
    assertThat(asked.getLast().array("choices")).isEqualTo(JsonArray.EMPTY);
    assertThat(asked.getLast().object("usage")).isNotNull();
    assertThat(asked.subList(0, asked.size() - 1))
        .allMatch(chunk -> chunk.get("usage") == JsonNull.NULL);
    assertThat(chunks(write(events, SILENT))).noneMatch(chunk -> chunk.has("usage"));
  }

  @Test
  void pitfall24OneTerminatorWhateverHappens() {
    RecordedEvents events = read(Examples.text("C-S1.sse"));
    List<Frame> frames = new ArrayList<>();
    ResponseEncoder encoder = Examples.encoder(ASKING);
    events.all().forEach(event -> encoder.write(event, frames::add));
    encoder.end(frames::add);
    encoder.end(frames::add);
    encoder.fail(Failure.of(ErrorCode.INTERNAL, "late", Blame.GATEWAY), frames::add);

    assertThat(frames).filteredOn(frame -> frame.text().equals("[DONE]")).hasSize(1);
    assertThat(frames.getLast().text()).isEqualTo("[DONE]");
  }

  @Test
  void pitfall26AFailureIsAnErrorAndNeverText() {
    List<Frame> frames = new ArrayList<>();
    ResponseEncoder encoder = Examples.encoder(ASKING);
    encoder.write(new ChatEvent.TextDelta(0, "half"), frames::add);
    encoder.fail(
        new Failure(ErrorCode.RATE_LIMITED, 429, "slow down", Blame.ACCOUNT, null, null),
        frames::add);

    JsonObject error = json(frames.get(frames.size() - 2).text()).object("error");
    assertThat(error)
        .isEqualTo(
            json(
                """
                {"message":"slow down","type":"rate_limit_error","param":null,
                 "code":"rate_limit_exceeded"}\
                """));
    assertThat(frames.getLast().text()).isEqualTo("[DONE]");
    assertThat(finishReason(frames)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C-S1.sse", "C-S2.sse", "C-S3.sse", "C-S4.sse"})
  void pitfall28ACutStreamIsAnErrorUnlessItsEndWasSeen(String file) {
    List<Frame> frames = SseText.frames(Examples.text(file));
    for (int cut = 0; cut <= frames.size(); cut++) {
      List<Frame> seen = frames.subList(0, cut);
      boolean ended =
          seen.stream()
              .map(Frame::text)
              .anyMatch(text -> text.contains("\"finish_reason\":\"") || text.equals("[DONE]"));
      RecordedEvents events = new RecordedEvents();
      ResponseDecoder decoder = Examples.decoder(Samples.conversation(), Quirks.NONE);
      seen.forEach(frame -> decoder.frame(frame, events));
      decoder.end(events);
      AnswerTap tap = new AnswerTap(HostQuirks.NORM, false, false);
      seen.forEach(tap::frame);

      assertThat(events.complete()).as("%s cut after %d", file, cut).isEqualTo(ended);
      assertThat(events.failure().isPresent()).isEqualTo(!ended);
      assertThat(tap.ended()).as("%s forwarded, cut after %d", file, cut).isEqualTo(ended);
    }
  }

  @Test
  void usageKeepsEveryCounterOnTheWayThrough() {
    Usage usage = new Usage(100, 40, 7, Usage.UNKNOWN, 60, 20);
    List<Frame> frames = new ArrayList<>();
    ResponseEncoder encoder = Examples.encoder(ASKING);
    encoder.write(new ChatEvent.TextDelta(0, "x"), frames::add);
    encoder.write(new ChatEvent.UsageReported(usage), frames::add);
    encoder.write(new ChatEvent.Finished(0, StopReason.STOP, null, null), frames::add);
    encoder.end(frames::add);

    assertThat(read(SseText.of(frames)).response().usage()).isEqualTo(usage);
  }

  private static ChatEvent started(int number) {
    return new ChatEvent.ToolCallStarted(0, number, "c" + number, "f", ToolKind.FUNCTION, null);
  }

  private static String finishReason(List<Frame> frames) {
    return chunks(frames).stream()
        .filter(chunk -> chunk.array("choices") != null)
        .flatMap(chunk -> chunk.array("choices").objects())
        .map(choice -> choice.text("finish_reason"))
        .filter(reason -> reason != null)
        .findFirst()
        .orElse(null);
  }

  private static List<JsonObject> entries(List<Frame> frames) {
    return chunks(frames).stream()
        .flatMap(chunk -> chunk.array("choices").objects())
        .map(choice -> choice.object("delta"))
        .filter(delta -> delta.array("tool_calls") != null)
        .flatMap(delta -> delta.array("tool_calls").objects())
        .toList();
  }

  private static List<Long> indexes(List<Frame> frames) {
    return entries(frames).stream().map(entry -> entry.number("index", -1)).toList();
  }

  private static String arguments(List<Frame> frames, long index) {
    StringBuilder arguments = new StringBuilder();
    entries(frames).stream()
        .filter(entry -> entry.number("index", -1) == index)
        .forEach(entry -> arguments.append(entry.object("function").text("arguments", "")));
    return arguments.toString();
  }
}
