package io.omniroute.bench;

/** What one load run has counted so far. Used by the load generator's thread only. */
final class LoadCounters {

  /** More failures than this end a run: figures of a broken target are worth nothing. */
  private static final long MOST_ERRORS = 1000;

  final Histogram latencies = new Histogram();
  final Histogram chunkLatencies = new Histogram();
  private boolean measuring;
  private long requests;
  private long chunks;
  private long errors;
  private long reconnects;
  private long answersEver;
  private String firstProblem = "";

  void startMeasuring() {
    measuring = true;
  }

  void stopMeasuring() {
    measuring = false;
  }

  /** A whole and correct answer that took so many nanoseconds. */
  void answer(long nanos) {
    answersEver++;
    if (measuring) {
      requests++;
      latencies.add(nanos);
    }
  }

  void chunk() {
    if (measuring) {
      chunks++;
    }
  }

  void chunkLatency(long nanos) {
    if (measuring) {
      chunkLatencies.add(nanos);
    }
  }

  void reconnect() {
    reconnects++;
  }

  /** Anything but a whole and correct answer; counted in the warm-up and after the window too. */
  void error(String problem) {
    errors++;
    if (firstProblem.isEmpty()) {
      firstProblem = problem;
    }
    if (errors > MOST_ERRORS) {
      throw new IllegalStateException("more than " + MOST_ERRORS + " errors: " + firstProblem);
    }
  }

  long requests() {
    return requests;
  }

  long chunks() {
    return chunks;
  }

  long errors() {
    return errors;
  }

  long reconnects() {
    return reconnects;
  }

  /** Correct answers including warm-up and what came in after the window. */
  long answersEver() {
    return answersEver;
  }

  String firstProblem() {
    return firstProblem;
  }
}
