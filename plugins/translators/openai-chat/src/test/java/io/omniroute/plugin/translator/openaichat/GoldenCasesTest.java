package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.json.Json;
import io.omniroute.api.translate.Quirks;
import io.omniroute.testkit.GoldenCase;
import io.omniroute.testkit.NeutralJson;
import io.omniroute.testkit.RecordedEvents;
import io.omniroute.testkit.RecordedLosses;
import io.omniroute.testkit.Samples;
import io.omniroute.testkit.SseText;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The folders below {@code cases}: what goes in, what it means, what comes out. */
class GoldenCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final String ASKING =
      """
      {"model":"m","stream":true,"stream_options":{"include_usage":true},
       "messages":[{"role":"user","content":"?"}]}\
      """;

  @TestFactory
  Stream<DynamicTest> requests() {
    return GoldenCase.each(CASES.resolve("requests"), GoldenCasesTest::request);
  }

  private static void request(GoldenCase golden) {
    ChatRequest request = Examples.decode(golden.text("request.json"));
    golden.expect("neutral.json", NeutralJson.of(request));
    RecordedLosses losses = new RecordedLosses();
    Json sent = Examples.encode(request, request.stream(), quirks(golden), losses);
    golden.expect("upstream.json", NeutralJson.pretty(sent));
    golden.expectIfAny(
        "losses.txt",
        losses.all().stream()
            .map(lost -> lost.path() + ": " + lost.reason() + "\n")
            .collect(Collectors.joining()));
  }

  @TestFactory
  Stream<DynamicTest> streams() {
    return GoldenCase.each(CASES.resolve("streams"), GoldenCasesTest::stream);
  }

  private static void stream(GoldenCase golden) {
    RecordedEvents events = Examples.read(golden.text("stream.sse"), quirks(golden));
    neutral(golden, events);
    if (events.complete()) {
      golden.expect("client.sse", SseText.of(Examples.write(events, Examples.decode(ASKING))));
    }
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return GoldenCase.each(CASES.resolve("answers"), GoldenCasesTest::answer);
  }

  private static void answer(GoldenCase golden) {
    RecordedEvents events = Examples.readWhole(golden.text("answer.json"), quirks(golden));
    neutral(golden, events);
    if (events.complete()) {
      golden.expect("client.json", NeutralJson.pretty(Examples.whole(events.response())));
    }
  }

  private static void neutral(GoldenCase golden, RecordedEvents events) {
    golden.expect(
        "neutral.json",
        events.failure().isPresent()
            ? NeutralJson.of(events.failure().orElseThrow())
            : NeutralJson.of(events.response()));
  }

  private static Quirks quirks(GoldenCase golden) {
    return golden.find("quirks.json").map(Examples::quirks).orElse(Quirks.NONE);
  }

  @TestFactory
  Stream<DynamicTest> samplesOfOtherFormats() {
    return Stream.of(
        DynamicTest.dynamicTest(
            "a conversation with thinking and images in results",
            () -> {
              GoldenCase golden = new GoldenCase(CASES.resolve("neutral/conversation"));
              RecordedLosses losses = new RecordedLosses();
              Json sent =
                  Examples.encode(
                      Samples.conversationWithUnknownThings(), false, Quirks.NONE, losses);
              golden.expect("upstream.json", NeutralJson.pretty(sent));
              golden.expect("losses.txt", String.join("\n", losses.paths()) + "\n");
            }));
  }
}
