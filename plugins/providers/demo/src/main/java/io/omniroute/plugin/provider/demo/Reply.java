package io.omniroute.plugin.provider.demo;

import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ToolKind;
import java.time.Duration;
import java.util.List;

/**
 * What a model is going to say.
 *
 * @param segments what is said, in its order
 */
record Reply(List<Segment> segments) {

  Reply {
    segments = List.copyOf(segments);
  }

  static Reply of(Segment... segments) {
    return new Reply(List.of(segments));
  }

  static Reply text(String text) {
    return of(new Say(text));
  }

  /** A piece of a reply. */
  sealed interface Segment {}

  /** Text, spoken word by word. */
  record Say(String text) implements Segment {}

  /** Thinking, word by word. */
  record Think(String text) implements Segment {}

  /** A call of a tool. */
  record Call(String name, String arguments, ToolKind kind) implements Segment {}

  /** Silence. */
  record Pause(Duration length) implements Segment {}

  /** The end by a failure. */
  record Break(GatewayException failure) implements Segment {}
}
