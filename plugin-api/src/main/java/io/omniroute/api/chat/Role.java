package io.omniroute.api.chat;

/** Who speaks in a turn. */
public enum Role {
  /** The operator, in the middle of a conversation; leading instructions are not turns. */
  SYSTEM,
  /** The person or program that asks, and the results of tools. */
  USER,
  /** The model. */
  ASSISTANT
}
