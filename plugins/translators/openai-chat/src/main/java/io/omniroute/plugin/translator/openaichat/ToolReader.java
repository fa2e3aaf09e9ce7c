package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.PartMeta;
import io.omniroute.api.chat.Tool;
import io.omniroute.api.chat.ToolChoice;
import io.omniroute.api.chat.ToolKind;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tools and which of them may be called, also in the form of before 2024 (functions). */
final class ToolReader {

  private ToolReader() {}

  static List<Tool> tools(FieldReader body) {
    List<Tool> tools = new ArrayList<>();
    for (FieldReader tool : body.objects("tools")) {
      tools.add(tool(tool));
    }
    for (FieldReader function : body.objects("functions")) {
      tools.add(function(function, null));
    }
    return tools;
  }

  private static Tool tool(FieldReader tool) {
    String type = tool.text("type");
    if (type == null ? tool.object().has("function") : type.equals("function")) {
      return function(tool.requiredObject("function"), tool);
    }
    if (type == null) {
      throw tool.fault("type", "is required");
    }
    if (type.equals("custom")) {
      FieldReader custom = tool.requiredObject("custom");
      String name = name(custom);
      String description = custom.text("description");
      return new Tool(ToolKind.CUSTOM, name, description, null, null, meta(custom, "custom", tool));
    }
    Extras whole = Extras.of(OpenAiChatTranslator.FORMAT, tool.object());
    return new Tool(ToolKind.SERVER, type, null, null, null, PartMeta.of(null, whole));
  }

  private static Tool function(FieldReader function, @Nullable FieldReader tool) {
    String name = name(function);
    String description = function.text("description");
    FieldReader parameters = function.object("parameters");
    Boolean strict = function.bool("strict");
    return new Tool(
        ToolKind.FUNCTION,
        name,
        description,
        parameters == null ? null : parameters.object(),
        strict,
        meta(function, "function", tool));
  }

  private static String name(FieldReader tool) {
    String name = tool.requiredText("name");
    if (name.isBlank()) {
      throw tool.fault("name", "must not be empty");
    }
    return name;
  }

  /** What is left of a tool, and of the object inside it under that object's name. */
  private static PartMeta meta(FieldReader inner, String name, @Nullable FieldReader tool) {
    JsonObject innerRest = inner.rest();
    if (tool == null) {
      return PartMeta.of(null, Extras.of(OpenAiChatTranslator.FORMAT, wrapped(name, innerRest)));
    }
    PartMeta outer = Leftovers.meta(tool);
    JsonObject.Builder all = Leftovers.in(outer.extras()).toBuilder();
    wrapped(name, innerRest).fields().forEach(all::put);
    return PartMeta.of(outer.cacheHint(), Extras.of(OpenAiChatTranslator.FORMAT, all.build()));
  }

  private static JsonObject wrapped(String name, JsonObject rest) {
    return rest.isEmpty() ? rest : JsonObject.builder().put(name, rest).build();
  }

  static @Nullable ToolChoice choice(FieldReader body) {
    Json choice = body.value("tool_choice");
    if (choice == null) {
      return legacy(body);
    }
    if (choice instanceof JsonString word) {
      return word(body, word.value());
    }
    FieldReader object = FieldReader.of(choice, "tool_choice");
    String type = object.requiredText("type");
    return switch (type) {
      case "function", "custom" ->
          new ToolChoice.Named(object.requiredObject(type).requiredText("name"));
      case "allowed_tools" -> allowed(object.requiredObject("allowed_tools"));
      default -> word(body, type);
    };
  }

  private static ToolChoice word(FieldReader body, String word) {
    return switch (word) {
      case "auto" -> new ToolChoice.Auto();
      case "none" -> new ToolChoice.None();
      case "required", "any" -> new ToolChoice.Required();
      default ->
          throw body.fault("tool_choice", "must be none, auto, required or an object that names");
    };
  }

  private static ToolChoice allowed(FieldReader allowed) {
    List<String> names = new ArrayList<>();
    for (FieldReader tool : allowed.objects("tools")) {
      String type = tool.requiredText("type");
      names.add(tool.requiredObject(type).requiredText("name"));
    }
    return new ToolChoice.Allowed(names, "required".equals(allowed.text("mode")));
  }

  private static @Nullable ToolChoice legacy(FieldReader body) {
    Json choice = body.value("function_call");
    if (choice == null) {
      return null;
    }
    return choice instanceof JsonString word
        ? word(body, word.value())
        : new ToolChoice.Named(FieldReader.of(choice, "function_call").requiredText("name"));
  }
}
