package io.omniroute.bench;

/**
 * Counts durations in nanoseconds in buckets that are at most 0.8 % wide. Not thread-safe.
 *
 * <p>Fixed size, so recording allocates nothing however long a run is.
 */
final class Histogram {

  private static final int PRECISION_BITS = 7;
  private static final long LARGEST = 1L << 40;
  private static final int BUCKETS = (41 - PRECISION_BITS) << PRECISION_BITS;

  private final long[] counts = new long[BUCKETS];
  private long total;
  private long largest;

  /** Adds one duration in nanoseconds; negative ones count as zero. */
  void add(long nanos) {
    long value = Math.clamp(nanos, 0, LARGEST - 1);
    counts[bucket(value)]++;
    total++;
    largest = Math.max(largest, value);
  }

  void clear() {
    java.util.Arrays.fill(counts, 0);
    total = 0;
    largest = 0;
  }

  long count() {
    return total;
  }

  /** Largest duration in microseconds, exact. */
  double maxMicros() {
    return largest / 1000.0;
  }

  /**
   * The duration in microseconds that the given share of all durations does not exceed.
   *
   * @param share 0.5 for the median, 0.99 for the 99th percentile
   * @return middle of the bucket, or NaN if nothing was recorded
   */
  double micros(double share) {
    if (total == 0) {
      return Double.NaN;
    }
    long wanted = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int index = 0; index < BUCKETS; index++) {
      seen += counts[index];
      if (seen >= wanted) {
        return Math.min(middle(index), largest) / 1000.0;
      }
    }
    return maxMicros();
  }

  private static int bucket(long value) {
    int exponent = Math.max(0, 63 - Long.numberOfLeadingZeros(value | 1) - PRECISION_BITS);
    return (exponent << PRECISION_BITS) + (int) (value >>> exponent);
  }

  private static double middle(int bucket) {
    int exponent = Math.max(0, (bucket >> PRECISION_BITS) - 1);
    long low = (long) (bucket - (exponent << PRECISION_BITS)) << exponent;
    return low + ((1L << exponent) - 1) / 2.0;
  }
}
