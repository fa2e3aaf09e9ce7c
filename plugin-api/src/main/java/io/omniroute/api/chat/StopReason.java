package io.omniroute.api.chat;

/** Why an answer ended. */
public enum StopReason {
  /** The model was done. */
  STOP,
  /** One of the caller's stop sequences came. */
  STOP_SEQUENCE,
  /** The longest answer was reached. */
  LENGTH,
  /** The model waits for the results of tools. */
  TOOL_CALLS,
  /** The vendor's policy cut it off, or the model refused. */
  CONTENT_FILTER,
  /** The vendor asks to send the conversation again to go on. */
  PAUSE,
  /** The model wrote a call that its vendor could not read. */
  MALFORMED_TOOL_CALL,
  /** The vendor gave a reason that nobody knows. */
  UNKNOWN
}
