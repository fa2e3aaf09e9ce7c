package io.omniroute.plugin.provider.demo;

import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Tool;
import io.omniroute.api.chat.ToolChoice;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The model that calls tools: first the call, and once the result is there, an answer with it. */
final class ToolUse {
  private static final int MOST_CALLS = 8;

  private ToolUse() {}

  static Reply reply(Prompt prompt) {
    List<Part.ToolResult> results = prompt.freshResults();
    if (!results.isEmpty()) {
      return Reply.text(answer(results));
    }
    Optional<Tool> tool = chosen(prompt);
    if (tool.isEmpty()) {
      return Reply.text(
          "I call the first tool that a request offers, and this one offers none that I may call."
              + " Send a function in `tools` and I will.");
    }
    return new Reply(calls(tool.get(), prompt));
  }

  private static String answer(List<Part.ToolResult> results) {
    StringBuilder text = new StringBuilder();
    for (Part.ToolResult result : results) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(result.error() ? "The tool failed: " : "The tool answered: ")
          .append(Prompt.text(result.content()));
    }
    return text.toString();
  }

  private static List<Reply.Segment> calls(Tool tool, Prompt prompt) {
    int wanted = Math.max(1, prompt.number("calls", 1, MOST_CALLS));
    int count = Boolean.FALSE.equals(prompt.request().parallelToolCalls()) ? 1 : wanted;
    List<Reply.Segment> segments = new ArrayList<>();
    segments.add(new Reply.Say("I will ask " + tool.name() + "."));
    for (int i = 0; i < count; i++) {
      segments.add(new Reply.Call(tool.name(), arguments(tool, prompt), tool.kind()));
    }
    return segments;
  }

  private static String arguments(Tool tool, Prompt prompt) {
    if (tool.kind() == ToolKind.CUSTOM) {
      return prompt.lastUserText();
    }
    JsonObject schema = tool.parameters();
    return schema == null ? "{}" : SchemaExample.of(schema).toText();
  }

  private static Optional<Tool> chosen(Prompt prompt) {
    List<Tool> offered =
        prompt.request().tools().stream().filter(tool -> tool.kind() != ToolKind.SERVER).toList();
    return switch (prompt.request().toolChoice()) {
      case ToolChoice.None ignored -> Optional.empty();
      case ToolChoice.Named named -> first(offered, List.of(named.name()));
      case ToolChoice.Allowed allowed -> first(offered, allowed.names());
      case null, default -> offered.stream().findFirst();
    };
  }

  private static Optional<Tool> first(List<Tool> offered, List<String> names) {
    return offered.stream().filter(tool -> names.contains(tool.name())).findFirst();
  }
}
