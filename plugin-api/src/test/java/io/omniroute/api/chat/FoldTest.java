package io.omniroute.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.Failure.Blame;
import io.omniroute.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {
  private final ResponseFold fold = new ResponseFold();

  @Test
  void deltasBecomePartsInTheOrderInWhichTheyBegan() {
    events(
        new ChatEvent.Started("id", "m", 7),
        new ChatEvent.ThinkingDelta(0, "Let me "),
        new ChatEvent.ThinkingDelta(0, "see."),
        new ChatEvent.ThinkingSigned(0, new Signature("v", "s")),
        new ChatEvent.TextDelta(0, "Hel"),
        new ChatEvent.TextDelta(0, "lo"),
        new ChatEvent.ToolCallStarted(0, 0, "a", "f", ToolKind.FUNCTION, null),
        new ChatEvent.ToolCallStarted(0, 1, "b", "g", ToolKind.FUNCTION, null),
        new ChatEvent.ToolArgumentsDelta(0, 0, "{\"x\""),
        new ChatEvent.ToolArgumentsDelta(0, 1, "{}"),
        new ChatEvent.ToolArgumentsDelta(0, 0, ":1}"),
        new ChatEvent.Finished(0, StopReason.TOOL_CALLS, "tool_calls", null));

    assertThat(fold.complete()).isTrue();
    assertThat(fold.response().choices().getFirst().parts())
        .containsExactly(
            new Part.Thinking("Let me see.", new Signature("v", "s")),
            new Part.Text("Hello"),
            new Part.ToolCall("a", "f", "{\"x\":1}"),
            new Part.ToolCall("b", "g", "{}"));
  }

  @Test
  void anEmptyCallHasAnEmptyObject() {
    events(
        new ChatEvent.ToolCallStarted(0, 0, "a", "f", ToolKind.FUNCTION, null),
        new ChatEvent.ToolCallStarted(0, 1, "b", "g", ToolKind.CUSTOM, null));

    assertThat(fold.response().choices().getFirst().parts())
        .extracting(part -> ((Part.ToolCall) part).arguments())
        .containsExactly("{}", "");
  }

  @Test
  void theEndOfACallDoesNotCutTheTextThatIsOpen() {
    events(
        new ChatEvent.ToolCallStarted(0, 0, "a", "f", ToolKind.FUNCTION, null),
        new ChatEvent.TextDelta(0, "one "),
        new ChatEvent.ToolCallEnded(0, 0),
        new ChatEvent.TextDelta(0, "text"));

    assertThat(fold.response().choices().getFirst().parts()).contains(new Part.Text("one text"));
  }

  @Test
  void thinkingBehindASealIsANewThought() {
    events(
        new ChatEvent.ThinkingDelta(0, "a"),
        new ChatEvent.ThinkingSigned(0, new Signature("v", "1")),
        new ChatEvent.ThinkingDelta(0, "b"));

    assertThat(fold.response().choices().getFirst().parts())
        .containsExactly(
            new Part.Thinking("a", new Signature("v", "1")), new Part.Thinking("b", null));
  }

  @Test
  void countersKeepWhatLaterReportsDoNotKnow() {
    events(
        new ChatEvent.UsageReported(
            new Usage(100, 40, Usage.UNKNOWN, Usage.UNKNOWN, Usage.UNKNOWN, Usage.UNKNOWN)),
        new ChatEvent.UsageReported(Usage.of(Usage.UNKNOWN, 7)));

    assertThat(fold.usage())
        .isEqualTo(new Usage(100, 40, Usage.UNKNOWN, Usage.UNKNOWN, 7, Usage.UNKNOWN));
    assertThat(fold.usage().total()).isEqualTo(107);
  }

  @Test
  void anAnswerWithoutItsEndIsNotComplete() {
    events(new ChatEvent.TextDelta(0, "half"));
    assertThat(fold.complete()).isFalse();

    events(new ChatEvent.Finished(0, StopReason.STOP, null, null), new ChatEvent.TextDelta(1, "x"));
    assertThat(fold.complete()).as("the second choice is open").isFalse();
    assertThat(fold.response().choices().get(1).reason()).isEqualTo(StopReason.UNKNOWN);
  }

  @Test
  void aFailureIsKeptAndNothingIsComplete() {
    events(
        new ChatEvent.TextDelta(0, "half"),
        new ChatEvent.Finished(0, StopReason.STOP, null, null),
        new ChatEvent.Failed(Failure.of(ErrorCode.UPSTREAM_ERROR, "gone", Blame.PROVIDER)));

    assertThat(fold.complete()).isFalse();
    assertThat(fold.failure()).map(Failure::message).contains("gone");
  }

  @Test
  void whatIsUnknownDoesNoHarm() {
    events(
        new ChatEvent.Unknown("somewhere", JsonObject.EMPTY),
        new ChatEvent.KeepAlive(),
        new ChatEvent.ToolArgumentsDelta(0, 9, "nobody's"));

    assertThat(fold.response().choices()).allMatch(choice -> choice.parts().isEmpty());
  }

  @Test
  void unfoldingTellsUsageBeforeTheEnd() {
    List<ChatEvent> told = new ArrayList<>();
    new ChatResponse(
            "id",
            "m",
            1,
            List.of(new ChatResponse.Choice(0, List.of(), StopReason.STOP, null, null)),
            Usage.of(1, 2))
        .unfold(told::add);

    assertThat(told)
        .containsExactly(
            new ChatEvent.Started("id", "m", 1),
            new ChatEvent.UsageReported(Usage.of(1, 2)),
            new ChatEvent.Finished(0, StopReason.STOP, null, null));
  }

  @Test
  void reasonsFollowWhatWasCalled() {
    assertThat(StopReason.STOP.settled(true, true)).isEqualTo(StopReason.TOOL_CALLS);
    assertThat(StopReason.TOOL_CALLS.settled(false, true)).isEqualTo(StopReason.STOP);
    assertThat(StopReason.LENGTH.settled(true, true)).isEqualTo(StopReason.TOOL_CALLS);
    assertThat(StopReason.LENGTH.settled(true, false)).isEqualTo(StopReason.LENGTH);
    assertThat(StopReason.LENGTH.settled(false, true)).isEqualTo(StopReason.LENGTH);
  }

  private void events(ChatEvent... events) {
    for (ChatEvent event : events) {
      fold.accept(event);
    }
  }
}
