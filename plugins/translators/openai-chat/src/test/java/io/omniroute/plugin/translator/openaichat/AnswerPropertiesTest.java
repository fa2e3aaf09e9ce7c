package io.omniroute.plugin.translator.openaichat;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.chat.ChatResponse;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.MediaSource;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.StopReason;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.Quirks;
import io.omniroute.testkit.RecordedEvents;
import io.omniroute.testkit.SseText;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a client reads is what was said, streamed or whole. */
class AnswerPropertiesTest {

  @Property(tries = 300)
  void aStreamSaysWhatWasSaid(@ForAll("answers") ChatResponse answer) {
    RecordedEvents said = new RecordedEvents();
    answer.unfold(said);
    List<Frame> frames =
        Examples.write(
            said,
            Examples.decode(
                """
                {"model":"m","stream":true,"stream_options":{"include_usage":true},
                 "messages":[{"role":"user","content":"?"}]}\
                """));

    assertThat(Examples.read(SseText.of(frames)).response()).isEqualTo(answer);
  }

  @Property(tries = 300)
  void aWholeAnswerSaysWhatWasSaid(@ForAll("answers") ChatResponse answer) {
    String body = Examples.whole(answer).toText();

    assertThat(Examples.readWhole(body, Quirks.NONE).response()).isEqualTo(answer);
  }

  @Provide
  Arbitrary<ChatResponse> answers() {
    return Combinators.combine(
            parts().list().ofMinSize(1).ofMaxSize(3),
            Arbitraries.of(StopReason.STOP, StopReason.LENGTH, StopReason.CONTENT_FILTER),
            Arbitraries.of(Usage.of(5, 7), new Usage(9, 4, 2, Usage.UNKNOWN, 7, 3), Usage.NONE))
        .as(
            (choices, reason, usage) -> {
              List<ChatResponse.Choice> answers = new ArrayList<>();
              for (List<Part> parts : choices) {
                boolean called = parts.stream().anyMatch(Part.ToolCall.class::isInstance);
                StopReason settled = called ? StopReason.TOOL_CALLS : reason;
                answers.add(
                    new ChatResponse.Choice(answers.size(), parts, settled, word(settled), null));
              }
              return new ChatResponse("id", "m", 5, answers, usage, Extras.NONE);
            });
  }

  private static String word(StopReason reason) {
    return AnswerParts.finishReason(reason);
  }

  /** The parts in the order in which the format has them. */
  private static Arbitrary<List<Part>> parts() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(12)
            .filter(said -> said.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    return Combinators.combine(
            text.injectNull(0.5),
            text,
            text.injectNull(0.5),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(true, false))
        .as(
            (thought, said, refusal, calls, image) -> {
              List<Part> parts = new ArrayList<>();
              if (thought != null) {
                parts.add(new Part.Thinking(thought, null));
              }
              parts.add(new Part.Text(said));
              if (refusal != null) {
                parts.add(new Part.Refusal(refusal));
              }
              if (image) {
                parts.add(new Part.Image(new MediaSource.Inline("image/png", "AAAA")));
              }
              for (int i = 0; i < calls; i++) {
                parts.add(new Part.ToolCall("c" + i, "f", "{\"n\":" + i + "}"));
              }
              return parts;
            });
  }
}
