package io.omniroute.api.translate;

import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.Role;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.chat.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Mends what clients do to calls of tools and their results, before any upstream sees it: every
 * call of an earlier turn is answered at once, in the order of the calls, and every result answers
 * a call. A conversation that is sound comes back unchanged.
 *
 * <ul>
 *   <li>A call without a name is dropped with its result; one without an id gets one.
 *   <li>A result that comes late is moved up; text between call and result goes behind the results;
 *       a missing result is replaced by one that says so. Of several results of a call the last one
 *       counts.
 *   <li>A result of no call becomes text of the user.
 *   <li>Calls of the very last turn are left open.
 * </ul>
 */
public final class ConversationRepair {
  private static final String NO_RESULT = "[no result recorded]";

  private final Losses losses;
  private final List<Turn> turns;
  private final Set<String> nameless = new HashSet<>();
  private final Set<Integer> emptied = new HashSet<>();
  private final Set<Place> taken = new HashSet<>();
  private final Map<String, List<Integer>> callers = new HashMap<>();
  private final Map<String, List<Place>> results = new HashMap<>();

  private ConversationRepair(List<Turn> turns, Losses losses) {
    this.losses = losses;
    this.turns = named(turns);
  }

  /** The conversation in good order. What had to be left out is reported. */
  public static List<Turn> repair(List<Turn> turns, Losses losses) {
    boolean toolsUsed =
        turns.stream()
            .flatMap(turn -> turn.parts().stream())
            .anyMatch(part -> part instanceof Part.ToolCall || part instanceof Part.ToolResult);
    return toolsUsed ? new ConversationRepair(turns, losses).mended() : turns;
  }

  /** The conversation without the calls that its last turn leaves open. */
  public static List<Turn> withoutOpenCalls(List<Turn> turns) {
    if (turns.isEmpty() || turns.getLast().role() != Role.ASSISTANT) {
      return turns;
    }
    List<Turn> closed = new ArrayList<>(turns.subList(0, turns.size() - 1));
    List<Part> said =
        turns.getLast().parts().stream().filter(part -> !(part instanceof Part.ToolCall)).toList();
    if (!said.isEmpty()) {
      closed.add(turns.getLast().withParts(said));
    }
    return List.copyOf(closed);
  }

  private List<Turn> named(List<Turn> given) {
    List<Turn> result = new ArrayList<>(given.size());
    for (int turn = 0; turn < given.size(); turn++) {
      List<Part> parts = new ArrayList<>();
      for (int part = 0; part < given.get(turn).parts().size(); part++) {
        Part kept = named(given.get(turn).parts().get(part), turn, part);
        if (kept != null) {
          parts.add(kept);
        }
      }
      if (parts.isEmpty() && !given.get(turn).parts().isEmpty()) {
        emptied.add(turn);
      }
      result.add(given.get(turn).withParts(parts));
    }
    return result;
  }

  private @Nullable Part named(Part part, int turn, int index) {
    if (!(part instanceof Part.ToolCall call)) {
      return part;
    }
    if (call.name().isBlank()) {
      nameless.add(call.id());
      losses.dropped(path(turn, index), "a call without a name");
      return null;
    }
    return call.id().isBlank()
        ? new Part.ToolCall(
            "call_" + turn + "_" + index,
            call.name(),
            call.arguments(),
            call.kind(),
            call.signature(),
            call.meta())
        : call;
  }

  private List<Turn> mended() {
    for (int turn = 0; turn < turns.size(); turn++) {
      index(turn);
    }
    Map<Integer, List<Part>> answers = new HashMap<>();
    for (int turn = 0; turn < turns.size() - 1; turn++) {
      Set<String> calls = calls(turns.get(turn));
      if (!calls.isEmpty()) {
        int caller = turn;
        answers.put(turn, calls.stream().map(id -> answer(id, caller)).toList());
      }
    }
    List<Turn> result = new ArrayList<>(turns.size());
    List<Part> due = List.of();
    for (int turn = 0; turn < turns.size(); turn++) {
      Turn current = turns.get(turn);
      List<Part> rest = current.role() == Role.USER ? untaken(turn) : current.parts();
      if (!due.isEmpty() && current.role() != Role.USER) {
        result.add(new Turn(Role.USER, due));
        due = List.of();
      }
      List<Part> parts = new ArrayList<>(due);
      parts.addAll(rest);
      due = answers.getOrDefault(turn, List.of());
      if (!parts.isEmpty() || (current.parts().isEmpty() && !emptied.contains(turn))) {
        result.add(current.withParts(parts));
      }
    }
    return List.copyOf(result);
  }

  private static Set<String> calls(Turn turn) {
    return turn.role() != Role.ASSISTANT
        ? Set.of()
        : turn.parts().stream()
            .filter(Part.ToolCall.class::isInstance)
            .map(Part.ToolCall.class::cast)
            .filter(call -> call.kind() != ToolKind.SERVER)
            .map(Part.ToolCall::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Notes where calls and results are, so that long conversations take no long search. */
  private void index(int turn) {
    for (String id : calls(turns.get(turn))) {
      callers.computeIfAbsent(id, _ -> new ArrayList<>()).add(turn);
    }
    List<Part> parts = turns.get(turn).parts();
    for (int part = 0; part < parts.size(); part++) {
      if (turns.get(turn).role() == Role.USER
          && parts.get(part) instanceof Part.ToolResult answer) {
        results.computeIfAbsent(answer.callId(), _ -> new ArrayList<>()).add(new Place(turn, part));
      }
    }
  }

  /** The last result of a call, from wherever it is before the next call of the same id. */
  private Part answer(String id, int caller) {
    int nextCaller =
        callers.getOrDefault(id, List.of()).stream()
            .filter(turn -> turn > caller)
            .findFirst()
            .orElse(Integer.MAX_VALUE);
    Part found = missing(id);
    for (Place place : results.getOrDefault(id, List.of())) {
      if (place.turn() > caller && place.turn() <= nextCaller) {
        taken.add(place);
        found = turns.get(place.turn()).parts().get(place.part());
      }
    }
    return found;
  }

  private static Part missing(String callId) {
    return new Part.ToolResult(
        callId, null, List.of(new Part.Text(NO_RESULT)), true, PartMeta.NONE);
  }

  private List<Part> untaken(int turn) {
    List<Part> rest = new ArrayList<>();
    List<Part> parts = turns.get(turn).parts();
    for (int index = 0; index < parts.size(); index++) {
      if (taken.contains(new Place(turn, index))) {
        continue;
      }
      if (parts.get(index) instanceof Part.ToolResult orphan) {
        rest.addAll(asText(orphan, turn, index));
      } else {
        rest.add(parts.get(index));
      }
    }
    return rest;
  }

  private List<Part> asText(Part.ToolResult orphan, int turn, int index) {
    if (nameless.contains(orphan.callId()) || orphan.content().isEmpty()) {
      losses.dropped(path(turn, index), "the result of a call that is not there");
      return List.of();
    }
    String tool = orphan.name() == null ? "a tool" : orphan.name();
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Text("[Result of an earlier call of " + tool + "]"));
    parts.addAll(orphan.content());
    return parts;
  }

  private static String path(int turn, int part) {
    return "turns[" + turn + "].parts[" + part + "]";
  }

  private record Place(int turn, int part) {}
}
