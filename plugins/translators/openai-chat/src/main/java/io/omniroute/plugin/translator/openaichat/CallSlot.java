package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.translate.ToolNames;
import org.jspecify.annotations.Nullable;

/**
 * One call of a streamed answer. It is announced when its name is known and its id is, or its
 * second fragment came without one; until then fragments wait.
 */
final class CallSlot {
  private static final int GENERATED_ID = 24;

  private final int choice;
  private final int number;
  private final String answerId;
  private final ToolWriter tools;
  private final StringBuilder arguments = new StringBuilder();
  private String id = "";
  private String name = "";
  private ToolKind kind = ToolKind.FUNCTION;
  private @Nullable JsonObject first;
  private @Nullable Json snapshot;
  private boolean announced;
  private int sent;

  CallSlot(int choice, int number, String answerId, ToolWriter tools) {
    this.choice = choice;
    this.number = number;
    this.answerId = answerId;
    this.tools = tools;
  }

  /** The name in an entry; empty where it has none. */
  static String name(JsonObject entry) {
    return body(entry).text("name", "");
  }

  private static JsonObject body(JsonObject entry) {
    JsonObject custom = entry.object("custom");
    JsonObject function = custom == null ? entry.object("function") : custom;
    return function == null ? entry : function;
  }

  String id() {
    return id;
  }

  boolean announced() {
    return announced;
  }

  boolean isOther(String otherId) {
    return !otherId.isEmpty() && !id.isEmpty() && !otherId.equals(id);
  }

  void accept(JsonObject entry, ChatEventSink sink) {
    JsonObject body = body(entry);
    if (id.isEmpty()) {
      id = entry.text("id", "");
    }
    if (name.isEmpty()) {
      name = tools.receive(body.text("name", ""));
      kind = entry.has("custom") ? ToolKind.CUSTOM : ToolKind.FUNCTION;
    }
    arguments(body.get(entry.has("custom") ? "input" : "arguments"));
    boolean waited = first != null;
    if (first == null) {
      first = entry;
    }
    if (!name.isEmpty() && (!id.isEmpty() || waited)) {
      announce(sink);
      send(sink);
    }
  }

  private void arguments(@Nullable Json value) {
    switch (value) {
      case JsonString text -> arguments.append(text.value());
      case JsonNull ignored -> {}
      case null -> {}
      // Whole values may come again and again while they grow; the last one counts.
      default -> snapshot = value;
    }
  }

  private void announce(ChatEventSink sink) {
    if (announced) {
      return;
    }
    announced = true;
    if (id.isEmpty()) {
      id = "call_" + ToolNames.hash(answerId + "/" + choice + "/" + number, GENERATED_ID);
    }
    sink.accept(
        new ChatEvent.ToolCallStarted(
            choice,
            number,
            id,
            name,
            tools.unwraps(name) ? ToolKind.CUSTOM : kind,
            first == null ? null : CallReader.signature(first)));
  }

  private void send(ChatEventSink sink) {
    if (!tools.unwraps(name) && arguments.length() > sent) {
      emit(arguments.substring(sent), sink);
      sent = arguments.length();
    }
  }

  private void emit(String fragment, ChatEventSink sink) {
    sink.accept(new ChatEvent.ToolArgumentsDelta(choice, number, fragment));
  }

  /** Ends the call; one that never got a name is left out. */
  void end(ChatEventSink sink) {
    if (name.isEmpty()) {
      return;
    }
    announce(sink);
    if (arguments.isEmpty() && snapshot != null) {
      arguments.append(snapshot.toText());
    }
    if (tools.unwraps(name)) {
      emit(ToolWriter.unwrap(arguments.toString()), sink);
    } else {
      send(sink);
    }
    sink.accept(new ChatEvent.ToolCallEnded(choice, number));
  }

  /** Whether the arguments so far are complete. */
  boolean complete() {
    if (kind == ToolKind.CUSTOM || snapshot != null) {
      return true;
    }
    if (arguments.isEmpty()) {
      return false;
    }
    try {
      Json.parse(arguments.toString());
      return true;
    } catch (JsonException cutOff) {
      return false;
    }
  }
}
