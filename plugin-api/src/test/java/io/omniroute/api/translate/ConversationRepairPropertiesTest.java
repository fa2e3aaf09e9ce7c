package io.omniroute.api.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Role;
import io.omniroute.api.chat.Turn;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConversationRepairPropertiesTest {

  @Property(tries = 1000)
  void everyCallIsAnsweredAtOnceAndEveryResultHasItsCall(
      @ForAll("conversations") List<Turn> given) {
    List<Turn> repaired = ConversationRepair.repair(given, Losses.IGNORED);

    for (int i = 0; i < repaired.size(); i++) {
      List<String> called = i == 0 ? List.of() : calls(repaired.get(i - 1));
      assertThat(results(repaired.get(i))).isEqualTo(called);
      if (!calls(repaired.get(i)).isEmpty() && i + 1 < repaired.size()) {
        assertThat(repaired.get(i + 1).role()).isEqualTo(Role.USER);
      }
    }
  }

  @Property(tries = 500)
  void repairingTwiceChangesNothingMore(@ForAll("conversations") List<Turn> given) {
    List<Turn> once = ConversationRepair.repair(given, Losses.IGNORED);

    assertThat(ConversationRepair.repair(once, Losses.IGNORED)).isEqualTo(once);
  }

  private static List<String> calls(Turn turn) {
    return turn.parts().stream()
        .filter(Part.ToolCall.class::isInstance)
        .map(part -> ((Part.ToolCall) part).id())
        .distinct()
        .toList();
  }

  private static List<String> results(Turn turn) {
    return turn.parts().stream()
        .filter(Part.ToolResult.class::isInstance)
        .map(part -> ((Part.ToolResult) part).callId())
        .toList();
  }

  @Provide
  Arbitrary<List<Turn>> conversations() {
    Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "");
    Arbitrary<Part> text = Arbitraries.of("x", "y").map(Part.Text::new);
    Arbitrary<Part> call =
        Combinators.combine(ids, Arbitraries.of("f", "g", ""))
            .as((id, name) -> new Part.ToolCall(id, name, "{}"));
    Arbitrary<Part> result = ids.map(id -> new Part.ToolResult(id, "r"));
    Arbitrary<Turn> assistant =
        Arbitraries.oneOf(text, call).list().ofMaxSize(3).map(parts -> turn(Role.ASSISTANT, parts));
    Arbitrary<Turn> user =
        Arbitraries.oneOf(text, result).list().ofMaxSize(3).map(parts -> turn(Role.USER, parts));
    Arbitrary<Turn> system = text.map(part -> turn(Role.SYSTEM, List.of(part)));
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, assistant),
            net.jqwik.api.Tuple.of(4, user),
            net.jqwik.api.Tuple.of(1, system))
        .list()
        .ofMaxSize(6)
        .map(ArrayList::new);
  }

  private static Turn turn(Role role, List<Part> parts) {
    return new Turn(role, parts);
  }
}
