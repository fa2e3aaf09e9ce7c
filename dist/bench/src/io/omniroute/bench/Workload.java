package io.omniroute.bench;

/**
 * What is sent.
 *
 * @param kind what each request asks for
 * @param connections keep-alive connections; in a closed loop also the requests in flight
 * @param paceMillis pause between the events of a paced stream, milliseconds
 * @param requestsPerSecond fixed rate of an open loop, or 0 for a closed loop
 */
record Workload(AnswerKind kind, int connections, int paceMillis, int requestsPerSecond) {

  Workload {
    if (connections < 1 || connections > 10_000) {
      throw new IllegalArgumentException("connections must be 1 to 10000");
    }
  }

  static Workload closed(AnswerKind kind, int connections, int paceMillis) {
    return new Workload(kind, connections, paceMillis, 0);
  }
}
