package io.omniroute.api.chat;

/** Takes the events of one answer in their order. */
@FunctionalInterface
public interface ChatEventSink {

  /** Takes the next event. */
  void accept(ChatEvent event);
}
