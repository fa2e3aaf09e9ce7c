package io.omniroute.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.chat.ChatResponse;
import io.omniroute.api.chat.ResponseFold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps events, folds them, and checks that they keep the rules of an answer. Not thread-safe. */
public final class RecordedEvents implements ChatEventSink {
  private final List<ChatEvent> events = new ArrayList<>();
  private final ResponseFold fold = new ResponseFold();

  /** Nothing happened yet. */
  public RecordedEvents() {}

  @Override
  public void accept(ChatEvent event) {
    events.add(event);
    fold.accept(event);
  }

  /** The events so far. */
  public List<ChatEvent> all() {
    return List.copyOf(events);
  }

  /** The answer so far. */
  public ChatResponse response() {
    return fold.response();
  }

  /** Whether the answer is complete. */
  public boolean complete() {
    return fold.complete();
  }

  /** The failure that ended the answer. */
  public Optional<Failure> failure() {
    return fold.failure();
  }

  /** The events of one kind. */
  public <E extends ChatEvent> List<E> of(Class<E> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * Checks the rules: an answer starts once and before anything else, every choice ends once and
   * says nothing after it, calls start once before their arguments, and nothing follows a failure.
   */
  public void assertOrder() {
    boolean failed = false;
    boolean begun = false;
    Set<Integer> ended = new HashSet<>();
    Set<List<Integer>> calls = new HashSet<>();
    for (ChatEvent event : events) {
      assertFalse(failed, () -> "something came after the failure: " + event);
      switch (event) {
        case ChatEvent.Started ignored -> {
          assertFalse(begun, "the answer started twice, or late");
          begun = true;
        }
        case ChatEvent.TextDelta delta -> assertFalse(ended.contains(delta.choice()), "late text");
        case ChatEvent.ThinkingDelta delta ->
            assertFalse(ended.contains(delta.choice()), "late thinking");
        case ChatEvent.ToolCallStarted call ->
            assertTrue(calls.add(List.of(call.choice(), call.call())), "a call started twice");
        case ChatEvent.ToolArgumentsDelta delta ->
            assertTrue(
                calls.contains(List.of(delta.choice(), delta.call())),
                "arguments of a call that did not start");
        case ChatEvent.Finished finished ->
            assertTrue(ended.add(finished.choice()), "a choice ended twice");
        case ChatEvent.Failed ignored -> failed = true;
        default -> {}
      }
      begun |= !(event instanceof ChatEvent.KeepAlive);
    }
    assertEquals(of(ChatEvent.ToolCallStarted.class).size(), calls.size());
  }
}
