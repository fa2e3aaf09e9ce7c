package io.omniroute.api.chat;

/** A kind of output. */
public enum Modality {
  /** Text. */
  TEXT,
  /** Images. */
  IMAGE,
  /** Sound. */
  AUDIO
}
