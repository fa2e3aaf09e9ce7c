package io.omniroute.api.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.Role;
import io.omniroute.api.chat.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConversationRepairTest {
  private final List<String> dropped = new ArrayList<>();
  private final Losses losses = (path, reason) -> dropped.add(path);

  @Test
  void aSoundConversationComesBackUnchanged() {
    List<Turn> sound =
        List.of(
            user("hi"),
            Turn.assistant(new Part.Text("checking"), call("a"), call("b")),
            Turn.user(result("a"), result("b")),
            user("and?"),
            Turn.assistant(call("c")));

    assertThat(repair(sound)).isEqualTo(sound);
    assertThat(dropped).isEmpty();
  }

  @Test
  void resultsGoBeforeTextAndMissingOnesAreMade() {
    List<Turn> repaired =
        repair(List.of(Turn.assistant(call("a"), call("b")), user("wait"), Turn.user(result("b"))));

    assertThat(repaired)
        .containsExactly(
            Turn.assistant(call("a"), call("b")),
            Turn.user(missing("a"), result("b"), new Part.Text("wait")));
  }

  @Test
  void aLateResultIsMovedUp() {
    List<Turn> repaired =
        repair(
            List.of(
                Turn.assistant(call("a")),
                Turn.assistant(new Part.Text("never mind")),
                Turn.user(result("a"), new Part.Text("more"))));

    assertThat(repaired)
        .containsExactly(
            Turn.assistant(call("a")),
            Turn.user(result("a")),
            Turn.assistant(new Part.Text("never mind")),
            user("more"));
  }

  @Test
  void anInstructionBetweenCallAndResultGoesBehindIt() {
    Turn reminder = new Turn(Role.SYSTEM, List.of(new Part.Text("remember")));

    assertThat(repair(List.of(Turn.assistant(call("a")), reminder, Turn.user(result("a")))))
        .containsExactly(Turn.assistant(call("a")), Turn.user(result("a")), reminder);
  }

  @Test
  void ofSeveralResultsTheLastCounts() {
    Part.ToolResult later = new Part.ToolResult("a", "second");

    assertThat(repair(List.of(Turn.assistant(call("a")), Turn.user(result("a"), later))))
        .containsExactly(Turn.assistant(call("a")), Turn.user(later));
  }

  @Test
  void anIdThatIsUsedAgainBelongsToTheNearestCall() {
    List<Turn> sound =
        List.of(
            Turn.assistant(call("a")),
            Turn.user(new Part.ToolResult("a", "first")),
            Turn.assistant(call("a")),
            Turn.user(new Part.ToolResult("a", "second")));

    assertThat(repair(sound)).isEqualTo(sound);
  }

  @Test
  void aResultOfNoCallBecomesText() {
    List<Turn> repaired = repair(List.of(user("hi"), Turn.user(result("gone"))));

    assertThat(repaired.get(1).parts()).allMatch(Part.Text.class::isInstance);
    assertThat(repaired.get(1).parts()).contains(new Part.Text("result of gone"));
  }

  @Test
  void callsWithoutANameGoWithTheirResults() {
    List<Turn> repaired =
        repair(
            List.of(
                Turn.assistant(new Part.ToolCall("x", " ", "{}"), call("a")),
                Turn.user(result("x"), result("a")),
                user("go on")));

    assertThat(repaired)
        .containsExactly(Turn.assistant(call("a")), Turn.user(result("a")), user("go on"));
    assertThat(dropped).containsExactly("turns[0].parts[0]", "turns[1].parts[0]");
  }

  @Test
  void aTurnOfNothingButNamelessCallsGoes() {
    List<Turn> repaired =
        repair(List.of(Turn.assistant(new Part.ToolCall("x", "", "{}")), user("go on")));

    assertThat(repaired).containsExactly(user("go on"));
  }

  @Test
  void callsWithoutAnIdGetOne() {
    List<Turn> repaired = repair(List.of(Turn.assistant(new Part.ToolCall("", "f", "{}"))));

    assertThat(((Part.ToolCall) repaired.getFirst().parts().getFirst()).id()).isNotBlank();
  }

  @Test
  @Timeout(30)
  void tenThousandUnansweredCallsTakeNoLongSearch() {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      turns.add(Turn.assistant(call("c" + i)));
    }
    turns.add(user("and?"));

    assertThat(repair(turns)).hasSize(20_000);
  }

  @Test
  void openCallsAtTheEndCanBeLeftOut() {
    assertThat(
            ConversationRepair.withoutOpenCalls(
                List.of(user("hi"), Turn.assistant(new Part.Text("ok"), call("a")))))
        .containsExactly(user("hi"), Turn.assistant(new Part.Text("ok")));
    assertThat(ConversationRepair.withoutOpenCalls(List.of(user("hi"), Turn.assistant(call("a")))))
        .containsExactly(user("hi"));
  }

  private List<Turn> repair(List<Turn> turns) {
    return ConversationRepair.repair(turns, losses);
  }

  private static Turn user(String text) {
    return Turn.user(new Part.Text(text));
  }

  private static Part.ToolCall call(String id) {
    return new Part.ToolCall(id, "f", "{}");
  }

  private static Part.ToolResult result(String id) {
    return new Part.ToolResult(id, "result of " + id);
  }

  private static Part.ToolResult missing(String id) {
    return new Part.ToolResult(
        id, null, List.of(new Part.Text("[no result recorded]")), true, PartMeta.NONE);
  }
}
