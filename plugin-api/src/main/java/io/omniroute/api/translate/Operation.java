package io.omniroute.api.translate;

/** What a client asks for at a route. */
public enum Operation {
  /** An answer. */
  CHAT,
  /** The length of a prompt. */
  COUNT_TOKENS,
  /** The models there are. */
  LIST_MODELS,
  /** One model. */
  SHOW_MODEL
}
