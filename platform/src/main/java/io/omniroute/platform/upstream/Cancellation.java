package io.omniroute.platform.upstream;

import java.util.ArrayList;
import java.util.List;

/**
 * A signal that gives calls up: running ones at once, later ones before they start. Made once per
 * client request and handed to every attempt; thread-safe; raised once and for good.
 */
public final class Cancellation {

  private final List<Exchange> calls = new ArrayList<>(1);
  private boolean raised;

  /** A signal that is not raised. */
  public Cancellation() {}

  /** Raises the signal. Does not block; does nothing the second time. */
  public void cancel() {
    List<Exchange> running;
    synchronized (calls) {
      raised = true;
      running = List.copyOf(calls);
      calls.clear();
    }
    running.forEach(Exchange::cancel);
  }

  /** Whether it was raised. */
  public boolean cancelled() {
    synchronized (calls) {
      return raised;
    }
  }

  /** Includes a call; false if the signal was raised before. */
  boolean register(Exchange call) {
    synchronized (calls) {
      return !raised && calls.add(call);
    }
  }

  void unregister(Exchange call) {
    synchronized (calls) {
      calls.remove(call);
    }
  }
}
