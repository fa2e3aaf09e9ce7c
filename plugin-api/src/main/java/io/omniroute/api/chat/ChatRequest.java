package io.omniroute.api.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request for an answer, whatever format it came in. Build it with {@link #builder}; when a
 * later version adds a component, the constructors of earlier versions stay.
 *
 * @param model the model as the caller named it
 * @param stream whether the caller wants the answer piece by piece
 * @param system instructions that stand before the conversation, in their order
 * @param turns the conversation
 * @param tools the tools the model may call
 * @param toolChoice which of them it may or must call; null where the caller did not say
 * @param parallelToolCalls whether several calls in one turn are allowed; null for the default
 * @param maxOutputTokens the longest answer in tokens, thinking included; null for the default
 * @param stopSequences texts that end the answer
 * @param sampling how tokens are chosen
 * @param reasoning how much the model should think
 * @param output what the answer must look like
 * @param modalities what the answer may consist of; empty for text alone
 * @param hints what the caller says about itself and the request
 * @param extras fields that no other component holds
 */
public record ChatRequest(
    String model,
    boolean stream,
    List<Part> system,
    List<Turn> turns,
    List<Tool> tools,
    @Nullable ToolChoice toolChoice,
    @Nullable Boolean parallelToolCalls,
    @Nullable Long maxOutputTokens,
    List<String> stopSequences,
    Sampling sampling,
    Reasoning reasoning,
    OutputFormat output,
    List<Modality> modalities,
    RequestHints hints,
    Extras extras) {

  /** Copies the lists. */
  public ChatRequest {
    system = List.copyOf(system);
    turns = List.copyOf(turns);
    tools = List.copyOf(tools);
    stopSequences = List.copyOf(stopSequences);
    modalities = List.copyOf(modalities);
  }

  /** Starts a request for a model. */
  public static Builder builder(String model) {
    return new Builder(model);
  }

  /** Starts a request from this one. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Builds requests; not thread-safe. */
  public static final class Builder {

    private String model;
    private boolean stream;
    private final List<Part> system = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Tool> tools = new ArrayList<>();
    private @Nullable ToolChoice toolChoice;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable Long maxOutputTokens;
    private final List<String> stopSequences = new ArrayList<>();
    private Sampling sampling = Sampling.DEFAULT;
    private Reasoning reasoning = Reasoning.DEFAULT;
    private OutputFormat output = OutputFormat.TEXT;
    private final List<Modality> modalities = new ArrayList<>();
    private RequestHints hints = RequestHints.NONE;
    private Extras extras = Extras.NONE;

    private Builder(String model) {
      this.model = model;
    }

    private Builder(ChatRequest from) {
      this(from.model);
      stream = from.stream;
      system.addAll(from.system);
      turns.addAll(from.turns);
      tools.addAll(from.tools);
      toolChoice = from.toolChoice;
      parallelToolCalls = from.parallelToolCalls;
      maxOutputTokens = from.maxOutputTokens;
      stopSequences.addAll(from.stopSequences);
      sampling = from.sampling;
      reasoning = from.reasoning;
      output = from.output;
      modalities.addAll(from.modalities);
      hints = from.hints;
      extras = from.extras;
    }

    /** Sets the model. */
    public Builder model(String value) {
      model = value;
      return this;
    }

    /** Sets whether the answer is streamed. */
    public Builder stream(boolean value) {
      stream = value;
      return this;
    }

    /** Adds an instruction. */
    public Builder addSystem(Part part) {
      system.add(part);
      return this;
    }

    /** Replaces the instructions. */
    public Builder system(List<Part> parts) {
      system.clear();
      system.addAll(parts);
      return this;
    }

    /** Adds a turn. */
    public Builder addTurn(Turn turn) {
      turns.add(turn);
      return this;
    }

    /** Replaces the conversation. */
    public Builder turns(List<Turn> conversation) {
      turns.clear();
      turns.addAll(conversation);
      return this;
    }

    /** Adds a tool. */
    public Builder addTool(Tool tool) {
      tools.add(tool);
      return this;
    }

    /** Replaces the tools. */
    public Builder tools(List<Tool> offered) {
      tools.clear();
      tools.addAll(offered);
      return this;
    }

    /** Sets which tools may or must be called. */
    public Builder toolChoice(@Nullable ToolChoice value) {
      toolChoice = value;
      return this;
    }

    /** Sets whether several calls in one turn are allowed. */
    public Builder parallelToolCalls(@Nullable Boolean value) {
      parallelToolCalls = value;
      return this;
    }

    /** Sets the longest answer in tokens. */
    public Builder maxOutputTokens(@Nullable Long value) {
      maxOutputTokens = value;
      return this;
    }

    /** Replaces the texts that end the answer. */
    public Builder stopSequences(List<String> values) {
      stopSequences.clear();
      stopSequences.addAll(values);
      return this;
    }

    /** Sets how tokens are chosen. */
    public Builder sampling(Sampling value) {
      sampling = value;
      return this;
    }

    /** Sets how much the model should think. */
    public Builder reasoning(Reasoning value) {
      reasoning = value;
      return this;
    }

    /** Sets what the answer must look like. */
    public Builder output(OutputFormat value) {
      output = value;
      return this;
    }

    /** Replaces what the answer may consist of. */
    public Builder modalities(List<Modality> values) {
      modalities.clear();
      modalities.addAll(values);
      return this;
    }

    /** Sets what the caller says about itself. */
    public Builder hints(RequestHints value) {
      hints = value;
      return this;
    }

    /** Sets fields that no other component holds. */
    public Builder extras(Extras value) {
      extras = value;
      return this;
    }

    /** The request. */
    public ChatRequest build() {
      return new ChatRequest(
          model,
          stream,
          system,
          turns,
          tools,
          toolChoice,
          parallelToolCalls,
          maxOutputTokens,
          stopSequences,
          sampling,
          reasoning,
          output,
          modalities,
          hints,
          extras);
    }
  }
}
