package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.Turn;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.translate.ConversationMemory;
import io.omniroute.api.translate.ConversationRepair;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.Losses;
import io.omniroute.plugin.translator.openaichat.ContentWriter.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes messages. */
final class MessageWriter {
  private static final String ERROR_PREFIX = "Error: ";
  private static final String NO_OUTPUT = "(no output)";

  /** Under which name thinking is remembered by the id of the call it led to. */
  static final String MEMORY = "openai-chat.reasoning.";

  private final ChatRequest request;
  private final HostQuirks quirks;
  private final Losses losses;
  private final ConversationMemory memory;
  private final ToolWriter tools;
  private final CallIds ids;
  private final ContentWriter content;
  private final List<JsonObject> messages = new ArrayList<>();

  MessageWriter(ChatRequest request, EncodeContext context, HostQuirks quirks, ToolWriter tools) {
    this.request = request;
    this.quirks = quirks;
    this.losses = context.losses();
    this.memory = context.memory();
    this.tools = tools;
    this.ids = new CallIds(quirks);
    this.content = new ContentWriter(quirks, losses);
    tools.know(request.tools());
  }

  /** The messages, with an instruction of the gateway's own where there is one. */
  JsonArray write(@Nullable String instruction) {
    for (int i = 0; i < request.system().size(); i++) {
      system(request.system().get(i), "system[" + i + "]");
    }
    if (instruction != null) {
      messages.add(message("system").put("content", instruction).build());
    }
    List<Turn> turns = ConversationRepair.repair(request.turns(), losses);
    for (int i = 0; i < turns.size(); i++) {
      turn(turns.get(i), "turns[" + i + "]");
    }
    if (quirks.mergeSystem()) {
      mergeSystem();
    }
    return new JsonArray(List.copyOf(messages));
  }

  private static JsonObject.Builder message(String role) {
    return JsonObject.builder().put("role", role);
  }

  private String systemRole(Extras extras) {
    boolean developer = "developer".equals(Leftovers.in(extras).text("role"));
    return developer && quirks.developerRole() ? "developer" : "system";
  }

  private void system(Part part, String path) {
    Extras extras = part.meta().extras();
    JsonObject.Builder message =
        message(systemRole(extras))
            .put("content", content.content(List.of(new Placed(withoutMarks(part), path))));
    if (quirks.messageNames()) {
      message.put("name", Leftovers.in(extras).text("name"));
    }
    messages.add(message.build());
  }

  /** The part without role and name, which its message has. */
  private static Part withoutMarks(Part part) {
    JsonObject own = Leftovers.in(part.meta().extras());
    if (!(part instanceof Part.Text text) || !(own.has("role") || own.has("name"))) {
      return part;
    }
    JsonObject rest = own.toBuilder().remove("role").remove("name").build();
    Extras extras = Extras.of(OpenAiChatTranslator.FORMAT, rest);
    return new Part.Text(
        text.text(), text.citations(), PartMeta.of(text.meta().cacheHint(), extras));
  }

  private void turn(Turn turn, String path) {
    losses.foreign(turn.extras(), OpenAiChatTranslator.FORMAT, path);
    if (turn.name() != null && !quirks.messageNames()) {
      losses.dropped(path + ".name", "this host knows no names");
    }
    switch (turn.role()) {
      case SYSTEM -> said(message(systemRole(turn.extras())), turn, placed(turn, path));
      case ASSISTANT -> assistant(turn, path);
      case USER -> user(turn, path);
    }
  }

  private static List<Placed> placed(Turn turn, String path) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < turn.parts().size(); i++) {
      placed.add(new Placed(turn.parts().get(i), path + ".parts[" + i + "]"));
    }
    return placed;
  }

  private void said(JsonObject.Builder message, Turn turn, List<Placed> parts) {
    message.put("content", content.content(parts));
    finish(message, turn);
  }

  private void finish(JsonObject.Builder message, Turn turn) {
    message.put("name", quirks.messageNames() ? turn.name() : null);
    Leftovers.in(turn.extras())
        .fields()
        .forEach(
            (name, value) -> {
              if (!name.equals("role")) {
                message.put(name, value);
              }
            });
    messages.add(message.build());
  }

  private void user(Turn turn, String path) {
    List<Placed> said = new ArrayList<>();
    boolean answered = false;
    for (Placed placed : placed(turn, path)) {
      if (placed.part() instanceof Part.ToolResult result) {
        said.addAll(result(result, placed.path()));
        answered = true;
      } else {
        said.add(placed);
      }
    }
    if (!said.isEmpty() || !answered) {
      if (quirks.assistantAfterTool() && lastRole("tool")) {
        messages.add(message("assistant").put("content", ".").build());
      }
      said(message("user"), turn, said);
    }
  }

  private boolean lastRole(String role) {
    return !messages.isEmpty() && role.equals(messages.getLast().text("role"));
  }

  /**
   * Writes a result; what a tool's message cannot hold is left for the user's message behind it.
   */
  private List<Placed> result(Part.ToolResult result, String path) {
    losses.foreign(result.meta().extras(), OpenAiChatTranslator.FORMAT, path + ".meta");
    List<String> texts = new ArrayList<>();
    List<Placed> elsewhere = new ArrayList<>();
    for (int i = 0; i < result.content().size(); i++) {
      Part part = result.content().get(i);
      if (part instanceof Part.Text text) {
        texts.add(text.text());
      } else {
        String kind = part.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        texts.add("[" + kind + ": see next message]");
        elsewhere.add(new Placed(part, path + ".content[" + i + "]"));
      }
    }
    String text = String.join("\n", texts);
    if (text.isEmpty()) {
      text = NO_OUTPUT;
    }
    if (result.error() && !text.startsWith(ERROR_PREFIX)) {
      text = ERROR_PREFIX + text;
    }
    JsonObject.Builder message =
        message("tool").put("tool_call_id", ids.send(result.callId())).put("content", text);
    Leftovers.in(result.meta().extras()).fields().forEach(message::put);
    messages.add(message.build());
    return elsewhere;
  }

  private void assistant(Turn turn, String path) {
    List<Placed> said = new ArrayList<>();
    List<Json> calls = new ArrayList<>();
    List<String> thoughts = new ArrayList<>();
    String refusal = null;
    for (Placed placed : placed(turn, path)) {
      switch (placed.part()) {
        case Part.Thinking thinking -> thoughts.add(thought(thinking, placed.path()));
        case Part.ToolCall call -> calls.add(tools.call(call, ids));
        case Part.Refusal refused when refused.meta().equals(PartMeta.NONE) ->
            refusal = refusal == null ? refused.text() : refusal + refused.text();
        default -> said.add(placed);
      }
    }
    JsonObject.Builder message = message("assistant");
    Json text = assistantContent(said);
    boolean silent = text instanceof JsonString string && string.value().isEmpty();
    message.put("content", silent && (!calls.isEmpty() || refusal != null) ? JsonNull.NULL : text);
    message.put("refusal", refusal);
    thinking(message, thoughts, turn);
    if (!calls.isEmpty()) {
      message.put("tool_calls", new JsonArray(calls));
    }
    finish(message, turn);
  }

  /** Texts that follow each other are one: hosts take no arrays from the model's side. */
  private Json assistantContent(List<Placed> said) {
    boolean texts = said.stream().allMatch(placed -> isBareText(placed.part()));
    return texts
        ? new JsonString(
            said.stream()
                .map(placed -> ((Part.Text) placed.part()).text())
                .collect(Collectors.joining()))
        : content.content(said);
  }

  private static boolean isBareText(Part part) {
    return part instanceof Part.Text text
        && text.citations().isEmpty()
        && text.meta().equals(PartMeta.NONE);
  }

  private String thought(Part.Thinking thinking, String path) {
    if (quirks.reasoningField() == null) {
      losses.dropped(path, "this host takes no thinking back");
    } else if (thinking.signature() != null) {
      losses.dropped(path + ".signature", "not part of the format");
    }
    return thinking.text();
  }

  private void thinking(JsonObject.Builder message, List<String> thoughts, Turn turn) {
    String field = quirks.reasoningField();
    if (field == null) {
      return;
    }
    String text = String.join("\n\n", thoughts);
    if (text.isEmpty() && quirks.requiresReasoning()) {
      text = remembered(turn);
    }
    message.put(field, text.isEmpty() ? null : text);
  }

  /** What the model thought before these calls, or the placeholder that hosts accept. */
  private String remembered(Turn turn) {
    List<Part.ToolCall> calls =
        turn.parts().stream()
            .filter(Part.ToolCall.class::isInstance)
            .map(Part.ToolCall.class::cast)
            .toList();
    if (calls.isEmpty()) {
      return "";
    }
    return calls.stream()
        .flatMap(call -> memory.recall(MEMORY + call.id()).stream())
        .findFirst()
        .orElse(" ");
  }

  private void mergeSystem() {
    List<JsonObject> system = messages.stream().filter(message -> isSystem(message)).toList();
    if (system.size() <= 1 && (system.isEmpty() || isSystem(messages.getFirst()))) {
      return;
    }
    String text =
        system.stream()
            .map(message -> message.get("content"))
            .flatMap(MessageWriter::texts)
            .collect(Collectors.joining("\n\n"));
    messages.removeIf(MessageWriter::isSystem);
    messages.addFirst(message("system").put("content", text).build());
  }

  private static Stream<String> texts(@Nullable Json value) {
    return switch (value) {
      case JsonString text -> Stream.of(text.value());
      case JsonArray parts -> parts.objects().map(part -> part.text("text", ""));
      case null, default -> Stream.empty();
    };
  }

  private static boolean isSystem(JsonObject message) {
    String role = message.text("role", "");
    return role.equals("system") || role.equals("developer");
  }
}
