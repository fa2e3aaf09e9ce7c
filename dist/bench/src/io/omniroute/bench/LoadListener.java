package io.omniroute.bench;

/** Told by the load generator, on its own thread, when the counted window begins and ends. */
interface LoadListener {

  /** A listener that does nothing. */
  LoadListener NONE = new LoadListener() {};

  default void opened() {}

  default void closed() {}

  /** How many requests lie between two calls of {@link #progress}. */
  default long progressEvery() {
    return Long.MAX_VALUE;
  }

  /** Called after every {@link #progressEvery} counted answers; the load waits meanwhile. */
  default void progress(LoadCounters counters) {}
}
