package io.omniroute.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FoldPropertiesTest {

  @Property(tries = 500)
  void foldingWhatWasUnfoldedGivesTheAnswerBack(@ForAll("responses") ChatResponse response) {
    ResponseFold fold = new ResponseFold();
    response.unfold(fold);

    assertThat(fold.response()).isEqualTo(response);
    assertThat(fold.complete()).isEqualTo(!response.choices().isEmpty());
  }

  @Property(tries = 300)
  void splittingDeltasChangesNothing(@ForAll("responses") ChatResponse response) {
    ResponseFold fold = new ResponseFold();
    response.unfold(event -> pieces(event).forEach(fold::accept));

    assertThat(fold.response()).isEqualTo(response);
  }

  private static List<ChatEvent> pieces(ChatEvent event) {
    return switch (event) {
      case ChatEvent.TextDelta delta when delta.text().length() > 1 ->
          characters(delta.text()).stream()
              .<ChatEvent>map(piece -> new ChatEvent.TextDelta(delta.choice(), piece))
              .toList();
      case ChatEvent.ThinkingDelta delta when delta.text().length() > 1 ->
          characters(delta.text()).stream()
              .<ChatEvent>map(piece -> new ChatEvent.ThinkingDelta(delta.choice(), piece))
              .toList();
      case ChatEvent.ToolArgumentsDelta delta when delta.fragment().length() > 1 ->
          characters(delta.fragment()).stream()
              .<ChatEvent>map(
                  piece -> new ChatEvent.ToolArgumentsDelta(delta.choice(), delta.call(), piece))
              .toList();
      default -> List.of(event);
    };
  }

  private static List<String> characters(String text) {
    List<String> characters = new ArrayList<>();
    text.chars().forEach(c -> characters.add(String.valueOf((char) c)));
    return characters;
  }

  @Provide
  Arbitrary<ChatResponse> responses() {
    Arbitrary<List<Part>> parts = part().list().ofMaxSize(6);
    Arbitrary<List<List<Part>>> choices = parts.list().ofMaxSize(3);
    return Combinators.combine(
            Arbitraries.strings().alpha().ofMaxLength(8).injectNull(0.2),
            choices,
            usage(),
            Arbitraries.of(StopReason.values()))
        .as(
            (id, said, usage, reason) -> {
              List<ChatResponse.Choice> answers = new ArrayList<>();
              for (List<Part> each : said) {
                answers.add(new ChatResponse.Choice(answers.size(), each, reason, "native", null));
              }
              return new ChatResponse(id, "m", 5, answers, usage);
            });
  }

  private static Arbitrary<Part> part() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(12);
    Arbitrary<Signature> seal = text.map(value -> new Signature("vendor", value));
    return Arbitraries.oneOf(
        text.map(Part.Text::new),
        text.map(said -> new Part.Text(said, List.of(citation(said)), PartMeta.NONE)),
        text.map(said -> new Part.Text(said, List.of(), meta())),
        Combinators.combine(text, seal.injectNull(0.5)).as(Part.Thinking::new),
        seal.map(data -> new Part.RedactedThinking(data, PartMeta.NONE)),
        text.map(Part.Refusal::new),
        text.map(data -> new Part.Image(new MediaSource.Inline("image/png", data))),
        Combinators.combine(text, text, text)
            .as((id, name, value) -> new Part.ToolCall(id, name, "{" + value)),
        text.map(name -> new Part.Unknown("f", JsonObject.EMPTY, PartMeta.NONE)));
  }

  private static Citation citation(String text) {
    return new Citation("https://example.com", text, null, 0, 1, Extras.NONE);
  }

  private static PartMeta meta() {
    return PartMeta.of(CacheHint.DEFAULT, Extras.NONE);
  }

  private static Arbitrary<Usage> usage() {
    Arbitrary<Long> counter = Arbitraries.longs().between(-1, 100_000);
    return Combinators.combine(counter, counter, counter, counter, counter, counter).as(Usage::new);
  }
}
