package io.omniroute.bench;

/**
 * What one load run came to.
 *
 * @param seconds length of the counted window as it really was
 * @param counters the counts; not to be changed any more
 */
record LoadResult(double seconds, LoadCounters counters) {

  double requestsPerSecond() {
    return counters.requests() / seconds;
  }

  double chunksPerSecond() {
    return counters.chunks() / seconds;
  }
}
