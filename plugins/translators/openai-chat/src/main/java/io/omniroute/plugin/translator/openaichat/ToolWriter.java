package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Part;
import io.omniroute.api.chat.Tool;
import io.omniroute.api.chat.ToolChoice;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import io.omniroute.api.translate.Losses;
import io.omniroute.api.translate.ToolNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes tools, calls and choices of one request, and translates names back. A tool that takes free
 * text becomes a function with one text where the host knows no such tools.
 */
final class ToolWriter {
  private static final int LONGEST_NAME = 64;
  private static final String INPUT = "input";
  private static final JsonObject NO_PARAMETERS =
      JsonObject.builder().put("type", "object").put("properties", JsonObject.EMPTY).build();
  private static final JsonObject FREE_TEXT =
      JsonObject.builder()
          .put("type", "object")
          .put(
              "properties",
              JsonObject.builder()
                  .put(INPUT, JsonObject.builder().put("type", "string").build())
                  .build())
          .put("required", JsonArray.ofStrings(List.of(INPUT)))
          .build();

  private final HostQuirks quirks;
  private final Losses losses;
  private final ToolNames names = new ToolNames("a-zA-Z0-9_-", LONGEST_NAME);
  private final Set<String> custom = new HashSet<>();
  private final Set<String> written = new HashSet<>();

  ToolWriter(HostQuirks quirks, Losses losses) {
    this.quirks = quirks;
    this.losses = losses;
  }

  void write(ChatRequest request, JsonObject.Builder body) {
    List<Json> tools = new ArrayList<>();
    for (int i = 0; i < request.tools().size(); i++) {
      Json tool = tool(request.tools().get(i), "tools[" + i + "]");
      if (tool != null) {
        tools.add(tool);
      }
    }
    if (tools.isEmpty()) {
      if (request.toolChoice() != null && !(request.toolChoice() instanceof ToolChoice.None)) {
        losses.dropped("toolChoice", "there are no tools to choose from");
      }
      return;
    }
    body.put("tools", new JsonArray(tools));
    if (request.toolChoice() != null) {
      body.put("tool_choice", choice(request.toolChoice()));
    }
    body.put("parallel_tool_calls", request.parallelToolCalls());
  }

  private @Nullable Json tool(Tool tool, String path) {
    losses.foreign(tool.meta().extras(), OpenAiChatTranslator.FORMAT, path);
    if (tool.kind() == ToolKind.SERVER) {
      JsonObject own = Leftovers.in(tool.meta().extras());
      if (own.isEmpty()) {
        losses.dropped(path, "a tool that its vendor runs itself");
      }
      return own.isEmpty() ? null : own;
    }
    if (!written.add(tool.name())) {
      losses.dropped(path, "a second tool of this name");
      return null;
    }
    if (tool.meta().cacheHint() != null && !quirks.cacheControl()) {
      losses.dropped(path + ".meta.cacheHint", "this host has no caching marks");
    }
    return tool.kind() == ToolKind.CUSTOM ? custom(tool) : function(tool, path);
  }

  private Json function(Tool tool, String path) {
    JsonObject own = Leftovers.in(tool.meta().extras());
    if (tool.strict() != null && !quirks.strictTools()) {
      losses.dropped(path + ".strict", "this host does not know it");
    }
    JsonObject.Builder function =
        JsonObject.builder()
            .put("name", names.send(tool.name()))
            .put("description", tool.description())
            .put("parameters", parameters(tool.parameters()))
            .put("strict", quirks.strictTools() ? tool.strict() : null);
    return wrapped("function", function, tool, own);
  }

  private Json custom(Tool tool) {
    if (!quirks.customTools()) {
      custom.add(tool.name());
      JsonObject.Builder function =
          JsonObject.builder()
              .put("name", names.send(tool.name()))
              .put("description", tool.description())
              .put("parameters", FREE_TEXT);
      return wrapped("function", function, tool, JsonObject.EMPTY);
    }
    JsonObject.Builder custom =
        JsonObject.builder()
            .put("name", names.send(tool.name()))
            .put("description", tool.description());
    return wrapped("custom", custom, tool, Leftovers.in(tool.meta().extras()));
  }

  private Json wrapped(String type, JsonObject.Builder inner, Tool tool, JsonObject own) {
    JsonObject innerRest = own.object(type);
    if (innerRest != null) {
      innerRest.fields().forEach(inner::put);
    }
    JsonObject.Builder wrapped = JsonObject.builder().put("type", type).put(type, inner.build());
    own.fields()
        .forEach(
            (name, value) -> {
              if (!name.equals(type)) {
                wrapped.put(name, value);
              }
            });
    if (tool.meta().cacheHint() != null && quirks.cacheControl()) {
      wrapped.put("cache_control", ContentWriter.cacheControl(tool.meta().cacheHint()));
    }
    return wrapped.build();
  }

  private static JsonObject parameters(@Nullable JsonObject schema) {
    if (schema == null || schema.isEmpty()) {
      return NO_PARAMETERS;
    }
    boolean bare = "object".equals(schema.text("type")) && !schema.has("properties");
    return bare ? schema.toBuilder().put("properties", JsonObject.EMPTY).build() : schema;
  }

  private Json choice(ToolChoice choice) {
    return switch (choice) {
      case ToolChoice.None ignored -> new JsonString("none");
      case ToolChoice.Required ignored -> new JsonString(quirks.requiredChoice());
      case ToolChoice.Named named -> named(named.name());
      case ToolChoice.Allowed allowed -> allowed(allowed);
      default -> new JsonString("auto");
    };
  }

  private JsonObject named(String name) {
    String type = kind(name);
    return JsonObject.builder()
        .put("type", type)
        .put(type, JsonObject.builder().put("name", names.send(name)).build())
        .build();
  }

  private JsonObject allowed(ToolChoice.Allowed allowed) {
    List<Json> tools = new ArrayList<>();
    allowed.names().forEach(name -> tools.add(named(name)));
    return JsonObject.builder()
        .put("type", "allowed_tools")
        .put(
            "allowed_tools",
            JsonObject.builder()
                .put("mode", allowed.required() ? "required" : "auto")
                .put("tools", new JsonArray(tools))
                .build())
        .build();
  }

  private final Set<String> freeText = new HashSet<>();

  /** Remembers which tools take free text, before choices and calls are written. */
  void know(List<Tool> tools) {
    tools.stream()
        .filter(tool -> tool.kind() == ToolKind.CUSTOM)
        .forEach(tool -> freeText.add(tool.name()));
  }

  private String kind(String name) {
    return freeText.contains(name) && quirks.customTools() ? "custom" : "function";
  }

  /** A call as it stands in a message. */
  JsonObject call(Part.ToolCall call, CallIds ids) {
    boolean asCustom = call.kind() == ToolKind.CUSTOM && quirks.customTools();
    JsonObject.Builder inner = JsonObject.builder().put("name", names.send(call.name()));
    if (asCustom) {
      inner.put("input", call.arguments());
    } else {
      inner.put("arguments", arguments(call));
    }
    String type = asCustom ? "custom" : "function";
    JsonObject.Builder written =
        JsonObject.builder()
            .put("id", ids.send(call.id()))
            .put("type", type)
            .put(type, inner.build());
    if (call.signature() != null) {
      written.put(CallReader.EXTRA_CONTENT, AnswerParts.extraContent(call.signature()));
    }
    Leftovers.in(call.meta().extras()).fields().forEach(written::put);
    return written.build();
  }

  private static String arguments(Part.ToolCall call) {
    if (call.kind() == ToolKind.CUSTOM) {
      return JsonObject.builder().put(INPUT, call.arguments()).build().toText();
    }
    return call.arguments().isBlank() ? "{}" : call.arguments();
  }

  /** The client's own name of a tool. */
  String receive(String name) {
    return names.receive(name);
  }

  /** Whether calls of this tool come as a function with one text although it takes free text. */
  boolean unwraps(String ownName) {
    return custom.contains(ownName);
  }

  /** The free text in the arguments of a function that stands for a tool which takes free text. */
  static String unwrap(String arguments) {
    try {
      return Json.parse(arguments) instanceof JsonObject object
          ? object.text(INPUT, arguments)
          : arguments;
    } catch (JsonException cutOff) {
      return arguments;
    }
  }
}
