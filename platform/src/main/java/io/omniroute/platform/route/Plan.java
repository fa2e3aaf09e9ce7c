package io.omniroute.platform.route;

import java.util.List;

/**
 * The targets of one request in the order in which they are tried.
 *
 * @param targets at least one
 */
public record Plan(List<Target> targets) {

  /** Copies the list. */
  public Plan {
    targets = List.copyOf(targets);
  }
}
