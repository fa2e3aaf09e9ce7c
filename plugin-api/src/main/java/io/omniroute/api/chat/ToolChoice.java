package io.omniroute.api.chat;

import java.util.List;

/** Which tools the model may or must call. */
public sealed interface ToolChoice {

  /** The model decides. */
  record Auto() implements ToolChoice {}

  /** No tool may be called. */
  record None() implements ToolChoice {}

  /** At least one tool must be called. */
  record Required() implements ToolChoice {}

  /**
   * This tool must be called.
   *
   * @param name the tool's name
   */
  record Named(String name) implements ToolChoice {}

  /**
   * Only these tools may be called.
   *
   * @param names the tools' names
   * @param required whether one of them must be called
   */
  record Allowed(List<String> names, boolean required) implements ToolChoice {

    /** Copies the list. */
    public Allowed {
      names = List.copyOf(names);
    }
  }
}
