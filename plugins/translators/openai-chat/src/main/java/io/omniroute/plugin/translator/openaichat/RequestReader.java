package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Extras;
import io.omniroute.api.chat.Modality;
import io.omniroute.api.chat.OutputFormat;
import io.omniroute.api.chat.RequestHints;
import io.omniroute.api.chat.Sampling;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads requests: the fields of the public API, those other hosts added where they mean something
 * everywhere, and the rest as extras.
 */
final class RequestReader {
  private final FieldReader body;
  private final JsonObject.Builder extras = JsonObject.builder();

  private RequestReader(FieldReader body) {
    this.body = body;
  }

  static ChatRequest read(FieldReader body) {
    return new RequestReader(body).read();
  }

  private ChatRequest read() {
    String model = body.requiredText("model");
    if (model.isBlank()) {
      throw body.fault("model", "must not be empty");
    }
    ChatRequest.Builder request = ChatRequest.builder(model);
    request.stream(Boolean.TRUE.equals(body.bool("stream")));
    new MessageReader(request).read(body);
    request.tools(ToolReader.tools(body));
    request.toolChoice(ToolReader.choice(body));
    request.parallelToolCalls(body.bool("parallel_tool_calls"));
    request.maxOutputTokens(limit());
    request.stopSequences(stop());
    request.sampling(sampling());
    request.reasoning(ReasoningReader.read(body, extras));
    request.output(output());
    request.modalities(modalities());
    request.hints(hints());
    body.rest().fields().forEach(extras::put);
    return request.extras(Extras.of(OpenAiChatTranslator.FORMAT, extras.build())).build();
  }

  private @Nullable Long limit() {
    Long older = body.whole("max_tokens");
    Long newer = body.whole("max_completion_tokens");
    return newer == null ? older : newer;
  }

  private List<String> stop() {
    return body.value("stop") instanceof JsonString one ? List.of(one.value()) : body.texts("stop");
  }

  private Sampling sampling() {
    return new Sampling(
        body.number("temperature"),
        body.number("top_p"),
        body.small("top_k"),
        body.number("presence_penalty"),
        body.number("frequency_penalty"),
        body.whole("seed"),
        body.small("n"),
        logprobs(),
        body.small("top_logprobs"));
  }

  /** Some hosts take a number here, which the public API does not: kept as it is. */
  private @Nullable Boolean logprobs() {
    Json value = body.value("logprobs");
    if (value instanceof JsonNumber) {
      extras.put("logprobs", value);
      return null;
    }
    return body.bool("logprobs");
  }

  private OutputFormat output() {
    FieldReader format = body.object("response_format");
    if (format == null) {
      return OutputFormat.TEXT;
    }
    return switch (format.requiredText("type")) {
      case "text" -> OutputFormat.TEXT;
      case "json_object" -> new OutputFormat.JsonMode();
      case "json_schema" -> schema(format.requiredObject("json_schema"));
      default -> {
        extras.put("response_format", format.object());
        yield OutputFormat.TEXT;
      }
    };
  }

  private static OutputFormat schema(FieldReader schema) {
    FieldReader given = schema.object("schema");
    return new OutputFormat.JsonSchema(
        schema.text("name"),
        schema.text("description"),
        given == null ? JsonObject.EMPTY : given.object(),
        schema.bool("strict"));
  }

  private List<Modality> modalities() {
    return body.texts("modalities").stream()
        .map(
            name ->
                switch (name) {
                  case "text" -> Modality.TEXT;
                  case "image" -> Modality.IMAGE;
                  case "audio" -> Modality.AUDIO;
                  default -> throw body.fault("modalities", "may hold text, image and audio");
                })
        .toList();
  }

  private RequestHints hints() {
    return new RequestHints(
        body.text("user"),
        metadata(),
        body.text("prompt_cache_key"),
        body.text("service_tier"),
        body.text("verbosity"));
  }

  /** Notes that are not all text, which only some hosts take, are kept as they are. */
  private Map<String, String> metadata() {
    Json value = body.value("metadata");
    if (value == null) {
      return Map.of();
    }
    Map<String, String> notes = new LinkedHashMap<>();
    JsonObject given = FieldReader.of(value, "metadata").object();
    given
        .fields()
        .forEach(
            (name, note) -> {
              if (note instanceof JsonString text) {
                notes.put(name, text.value());
              }
            });
    if (notes.size() < given.fields().size()) {
      extras.put("metadata", given);
      return Map.of();
    }
    return notes;
  }
}
