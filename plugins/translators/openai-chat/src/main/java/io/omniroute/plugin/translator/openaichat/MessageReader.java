package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.Role;
import io.omniroute.api.chat.Turn;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages. Leading instructions become the system, later ones turns; the answers of tools
 * that follow each other become one turn of the user.
 */
final class MessageReader {
  private static final String ERROR_PREFIX = "Error: ";

  private final ChatRequest.Builder request;
  private final List<Part> results = new ArrayList<>();
  private final Map<String, String> legacyCalls = new HashMap<>();
  private boolean begun;

  MessageReader(ChatRequest.Builder request) {
    this.request = request;
  }

  void read(FieldReader body) {
    if (body.array("messages") == null) {
      throw body.fault("messages", "is required");
    }
    List<FieldReader> messages = body.objects("messages");
    if (messages.isEmpty()) {
      throw body.fault("messages", "must not be empty");
    }
    messages.forEach(this::message);
    endResults();
  }

  private void message(FieldReader message) {
    String role = message.requiredText("role");
    if (!role.equals("tool") && !role.equals("function")) {
      endResults();
    }
    switch (role) {
      case "system", "developer" -> system(message, role);
      case "user" -> request.addTurn(user(message));
      case "assistant" -> request.addTurn(assistant(message));
      case "tool" -> results.add(result(message, message.requiredText("tool_call_id")));
      case "function" -> results.add(legacyResult(message));
      default ->
          throw message.fault(
              "role", "must be one of system, developer, user, assistant, tool, function");
    }
    begun |= !role.equals("system") && !role.equals("developer");
  }

  private void endResults() {
    if (!results.isEmpty()) {
      request.addTurn(new Turn(Role.USER, results));
      results.clear();
    }
  }

  private void system(FieldReader message, String role) {
    List<Part> parts = content(message);
    String name = message.text("name");
    JsonObject.Builder marks = message.rest().toBuilder();
    if (role.equals("developer")) {
      marks.put("role", role);
    }
    if (begun) {
      Extras extras = Extras.of(OpenAiChatTranslator.FORMAT, marks.build());
      request.addTurn(new Turn(Role.SYSTEM, parts, name, extras));
      return;
    }
    JsonObject marked = marks.put("name", name).build();
    parts.forEach(part -> request.addSystem(marked.isEmpty() ? part : marked(part, marked)));
  }

  /** The part of a message with the message's own marks, which have nowhere else to stand. */
  private static Part marked(Part part, JsonObject marks) {
    if (!(part instanceof Part.Text text)) {
      return part;
    }
    JsonObject.Builder all = Leftovers.in(text.meta().extras()).toBuilder();
    marks.fields().forEach(all::put);
    Extras extras = Extras.of(OpenAiChatTranslator.FORMAT, all.build());
    return new Part.Text(
        text.text(), text.citations(), PartMeta.of(text.meta().cacheHint(), extras));
  }

  private static List<Part> content(FieldReader message) {
    List<Part> parts = ContentReader.read(message);
    if (parts == null) {
      throw message.fault("content", "is required");
    }
    return parts;
  }

  private static Turn user(FieldReader message) {
    List<Part> parts = content(message);
    String name = message.text("name");
    return new Turn(Role.USER, parts, name, Leftovers.of(message));
  }

  private Turn assistant(FieldReader message) {
    List<Part> parts = new ArrayList<>();
    String thinking = thinking(message);
    if (thinking != null && !thinking.isEmpty()) {
      parts.add(new Part.Thinking(thinking, null));
    }
    List<Part> content = ContentReader.read(message);
    parts.addAll(content == null ? List.of() : content);
    String refusal = message.text("refusal");
    if (refusal != null && !refusal.isEmpty()) {
      parts.add(new Part.Refusal(refusal));
    }
    message.objects("tool_calls").forEach(call -> parts.add(CallReader.read(call)));
    FieldReader legacy = message.object("function_call");
    if (legacy != null) {
      parts.add(legacyCall(legacy));
    }
    String name = message.text("name");
    return new Turn(Role.ASSISTANT, parts, name, Leftovers.of(message));
  }

  private static @Nullable String thinking(FieldReader message) {
    for (String field : new String[] {"reasoning_content", "reasoning"}) {
      if (message.object().get(field) instanceof JsonString) {
        return message.text(field);
      }
    }
    return null;
  }

  private Part legacyCall(FieldReader call) {
    String name = call.requiredText("name");
    String id = "call_function_" + legacyCalls.size();
    legacyCalls.put(name, id);
    return new Part.ToolCall(id, name, CallReader.arguments(call, "arguments"));
  }

  private Part legacyResult(FieldReader message) {
    String name = message.requiredText("name");
    return result(message, legacyCalls.getOrDefault(name, "call_function_" + name));
  }

  private static Part result(FieldReader message, String callId) {
    List<Part> content = ContentReader.read(message);
    List<Part> parts = content == null ? List.of() : content;
    boolean error =
        !parts.isEmpty()
            && parts.getFirst() instanceof Part.Text text
            && text.text().startsWith(ERROR_PREFIX);
    String name = message.text("name");
    return new Part.ToolResult(callId, name, parts, error, Leftovers.meta(message));
  }
}
