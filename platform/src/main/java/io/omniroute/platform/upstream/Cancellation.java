package io.omniroute.platform.upstream;

import java.util.ArrayList;
import java.util.List;

/**
 * A signal that gives calls up: the running one at once, later ones before they start. Made once
 * per client request and handed to every attempt; thread-safe; raised once and for good.
 */
public final class Cancellation {

  private final List<Runnable> actions = new ArrayList<>(1);
  private boolean raised;

  /** A signal that is not raised. */
  public Cancellation() {}

  /** Raises the signal. Does not block; does nothing the second time. */
  public void cancel() {
    List<Runnable> due;
    synchronized (actions) {
      if (raised) {
        return;
      }
      raised = true;
      due = List.copyOf(actions);
      actions.clear();
    }
    due.forEach(Runnable::run);
  }

  /** Whether it was raised. */
  public boolean cancelled() {
    synchronized (actions) {
      return raised;
    }
  }

  /** Runs the action when the signal is raised; returns false, without running it, if it was. */
  boolean register(Runnable action) {
    synchronized (actions) {
      return !raised && actions.add(action);
    }
  }

  void unregister(Runnable action) {
    synchronized (actions) {
      actions.remove(action);
    }
  }
}
