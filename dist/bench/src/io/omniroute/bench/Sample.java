package io.omniroute.bench;

/**
 * One run of one scenario against one target.
 *
 * @param load what the load generator counted
 * @param targetMicros CPU time of the target, microseconds
 * @param harnessMicros CPU time of load generator and upstream, microseconds
 * @param foreignMicros CPU time of processes that are none of ours, microseconds
 */
record Sample(LoadResult load, long targetMicros, long harnessMicros, long foreignMicros) {

  double cpuPerRequest() {
    return (double) targetMicros / load.counters().requests();
  }

  /** The whole cost of the streams, request and head included, divided by their events. */
  double cpuPerChunk() {
    return (double) targetMicros / load.counters().chunks();
  }

  double harnessPerRequest() {
    return (double) harnessMicros / load.counters().requests();
  }

  double harnessPerChunk() {
    return (double) harnessMicros / load.counters().chunks();
  }

  /** Foreign CPU use in percent of one core. */
  double foreignPercent() {
    return foreignMicros / load.seconds() / 10_000.0;
  }

  /** Request latency in microseconds, see {@link Histogram#micros}. */
  double latency(double share) {
    return load.counters().latencies.micros(share);
  }

  /** Time from sending to receiving an event in microseconds. */
  double chunkLatency(double share) {
    return load.counters().chunkLatencies.micros(share);
  }
}
