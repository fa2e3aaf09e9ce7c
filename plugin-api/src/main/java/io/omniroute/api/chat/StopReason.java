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
  UNKNOWN;

  /**
   * The reason that holds, whatever an upstream said: an answer with calls waits for their results,
   * and one without calls waits for nothing. Where the answer was cut off in the middle of a call,
   * that stays the reason.
   *
   * @param called whether the answer has calls of tools
   * @param lastCallComplete whether the last call's arguments are complete
   */
  public StopReason settled(boolean called, boolean lastCallComplete) {
    if (!called) {
      return this == TOOL_CALLS ? STOP : this;
    }
    boolean cutOff = this == LENGTH || this == CONTENT_FILTER;
    return cutOff && !lastCallComplete ? this : TOOL_CALLS;
  }
}
