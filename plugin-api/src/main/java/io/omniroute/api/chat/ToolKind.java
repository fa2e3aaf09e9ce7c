package io.omniroute.api.chat;

/** What kind of tool. */
public enum ToolKind {
  /** Called with JSON arguments, run by the client. */
  FUNCTION,
  /** Called with free text, run by the client. */
  CUSTOM,
  /** Run by the vendor itself, such as a web search. */
  SERVER
}
