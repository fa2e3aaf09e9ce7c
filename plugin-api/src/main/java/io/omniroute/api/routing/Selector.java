package io.omniroute.api.routing;

import java.util.List;

/** Orders the candidates of one pool. Called by many threads at once; must not block. */
public interface Selector {

  /**
   * The candidates in the order in which they are to be tried. Candidates that are left out are not
   * tried. The list given is not empty and in the pool's own order.
   */
  List<Candidate> order(RoutingContext context, List<Candidate> candidates);

  /** Tells how an attempt went. By default nothing is kept. */
  default void completed(Candidate candidate, AttemptOutcome outcome) {}
}
