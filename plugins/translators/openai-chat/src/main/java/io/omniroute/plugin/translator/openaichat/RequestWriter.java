package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.chat.Modality;
import io.omniroute.api.chat.OutputFormat;
import io.omniroute.api.chat.RequestHints;
import io.omniroute.api.chat.Sampling;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonBoolean;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.Losses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes requests by a host's quirks. */
final class RequestWriter {
  private static final int MOST_STOP_SEQUENCES = 4;

  /** Where fields of the body stand in the neutral request, as far as the names differ. */
  private static final Map<String, String> NEUTRAL_PATHS =
      Map.ofEntries(
          Map.entry("temperature", "sampling.temperature"),
          Map.entry("top_p", "sampling.topP"),
          Map.entry("top_k", "sampling.topK"),
          Map.entry("presence_penalty", "sampling.presencePenalty"),
          Map.entry("frequency_penalty", "sampling.frequencyPenalty"),
          Map.entry("seed", "sampling.seed"),
          Map.entry("n", "sampling.choices"),
          Map.entry("logprobs", "sampling.logprobs"),
          Map.entry("top_logprobs", "sampling.topLogprobs"),
          Map.entry("stop", "stopSequences"),
          Map.entry("max_tokens", "maxOutputTokens"),
          Map.entry("max_completion_tokens", "maxOutputTokens"),
          Map.entry("user", "hints.user"),
          Map.entry("metadata", "hints.metadata"),
          Map.entry("prompt_cache_key", "hints.promptCacheKey"),
          Map.entry("service_tier", "hints.serviceTier"),
          Map.entry("verbosity", "hints.verbosity"),
          Map.entry("reasoning_effort", "reasoning"),
          Map.entry("response_format", "output"),
          Map.entry("parallel_tool_calls", "parallelToolCalls"),
          Map.entry("tool_choice", "toolChoice"));

  private final ChatRequest request;
  private final EncodeContext context;
  private final HostQuirks quirks;
  private final Losses losses;
  private final JsonObject.Builder body = JsonObject.builder();

  RequestWriter(ChatRequest request, EncodeContext context, HostQuirks quirks) {
    this.request = request;
    this.context = context;
    this.quirks = quirks;
    this.losses = context.losses();
  }

  JsonObject write(ToolWriter tools) {
    body.put("model", context.model());
    body.put("messages", new MessageWriter(request, context, quirks, tools).write(instruction()));
    if (context.stream()) {
      body.put("stream", Boolean.TRUE);
    }
    tools.write(request, body);
    limit();
    sampling(request.sampling());
    stop();
    ReasoningWriter.write(request, quirks, losses, body);
    output();
    modalities();
    hints(request.hints());
    extras();
    streamOptions();
    return byHost(body.build());
  }

  private void limit() {
    Long wanted = request.maxOutputTokens();
    if (wanted != null) {
      Long most = context.maxOutputTokens();
      body.put(quirks.limitField(), (Long) (most == null ? wanted : Math.min(most, wanted)));
    }
  }

  private void sampling(Sampling sampling) {
    body.put("temperature", sampling.temperature());
    body.put("top_p", sampling.topP());
    if (sampling.topK() != null && !quirks.topK()) {
      losses.dropped("sampling.topK", "not part of the format");
    } else {
      body.put("top_k", sampling.topK());
    }
    body.put("presence_penalty", sampling.presencePenalty());
    body.put("frequency_penalty", sampling.frequencyPenalty());
    body.put("seed", sampling.seed());
    body.put("n", sampling.choices());
    body.put("logprobs", sampling.logprobs());
    body.put("top_logprobs", sampling.topLogprobs());
  }

  private void stop() {
    List<String> all = request.stopSequences();
    for (int i = MOST_STOP_SEQUENCES; i < all.size(); i++) {
      losses.dropped("stopSequences[" + i + "]", "at most four are allowed");
    }
    if (!all.isEmpty()) {
      List<String> sent = all.subList(0, Math.min(all.size(), MOST_STOP_SEQUENCES));
      body.put("stop", JsonArray.ofStrings(sent));
    }
  }

  private boolean schemasKnown() {
    return quirks.structuredOutput().equals("schema");
  }

  private boolean objectsKnown() {
    return schemasKnown() || quirks.structuredOutput().equals("object");
  }

  private void output() {
    switch (request.output()) {
      case OutputFormat.JsonMode ignored when objectsKnown() ->
          body.put("response_format", jsonObject());
      case OutputFormat.JsonSchema schema when schemasKnown() ->
          body.put("response_format", format(schema));
      case OutputFormat.JsonSchema ignored when objectsKnown() ->
          body.put("response_format", jsonObject());
      default -> {}
    }
  }

  /** What to tell the model where the host cannot be told what the answer must look like. */
  private @Nullable String instruction() {
    return switch (request.output()) {
      case OutputFormat.JsonMode ignored when !objectsKnown() ->
          "Answer with one JSON object and nothing else.";
      case OutputFormat.JsonSchema schema when !schemasKnown() -> instruction(schema);
      default -> null;
    };
  }

  private static JsonObject jsonObject() {
    return JsonObject.builder().put("type", "json_object").build();
  }

  private static JsonObject format(OutputFormat.JsonSchema schema) {
    return JsonObject.builder()
        .put("type", "json_schema")
        .put(
            "json_schema",
            JsonObject.builder()
                .put("name", schema.name() == null ? "answer" : schema.name())
                .put("description", schema.description())
                .put("schema", schema.schema())
                .put("strict", schema.strict())
                .build())
        .build();
  }

  private static String instruction(OutputFormat.JsonSchema schema) {
    return "Answer with one JSON value and nothing else. It must follow this JSON Schema: "
        + schema.schema().toText();
  }

  private void modalities() {
    if (!request.modalities().isEmpty()) {
      List<String> names =
          request.modalities().stream()
              .map(Modality::name)
              .map(name -> name.toLowerCase(Locale.ROOT))
              .toList();
      body.put("modalities", JsonArray.ofStrings(names));
    }
  }

  private void hints(RequestHints hints) {
    body.put("user", hints.user());
    if (!hints.metadata().isEmpty()) {
      JsonObject.Builder notes = JsonObject.builder();
      hints.metadata().forEach(notes::put);
      body.put("metadata", notes.build());
    }
    body.put("prompt_cache_key", hints.promptCacheKey());
    body.put("service_tier", hints.serviceTier());
    body.put("verbosity", hints.verbosity());
  }

  private void extras() {
    losses.foreign(request.extras(), OpenAiChatTranslator.FORMAT, "");
    JsonObject written = body.build();
    Leftovers.in(request.extras())
        .fields()
        .forEach(
            (name, value) -> {
              if (!written.has(name)) {
                body.put(name, value);
              }
            });
  }

  /** Usage is asked for even where the client did not: the gateway counts. */
  private void streamOptions() {
    body.remove("stream_options");
    if (context.stream() && quirks.streamUsage()) {
      Json given = Leftovers.in(request.extras()).get("stream_options");
      JsonObject.Builder options =
          given instanceof JsonObject object ? object.toBuilder() : JsonObject.builder();
      body.put("stream_options", options.put("include_usage", JsonBoolean.TRUE).build());
    }
  }

  private JsonObject byHost(JsonObject written) {
    if (quirks.unsupported().isEmpty() && quirks.renamed().isEmpty()) {
      return written;
    }
    JsonObject.Builder sent = JsonObject.builder();
    written
        .fields()
        .forEach(
            (name, value) -> {
              if (quirks.unsupported().contains(name)) {
                losses.dropped(neutralPath(name), "refused by this provider or model");
              } else {
                sent.put(quirks.renamed().getOrDefault(name, name), value);
              }
            });
    return sent.build();
  }

  private String neutralPath(String name) {
    boolean extra = Leftovers.in(request.extras()).has(name);
    return extra
        ? "extras." + OpenAiChatTranslator.FORMAT + "." + name
        : NEUTRAL_PATHS.getOrDefault(name, name);
  }
}
