package io.omniroute.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * Waits for other processes to leave the machine alone, in bounded time. It looks at their CPU use
 * only, never at a result, so it does not choose among results.
 *
 * @param limitPercent foreign CPU use, in percent of one core, up to which a run is good
 * @param patience longest wait before one run
 * @param repeats how often a run that was disturbed is repeated at most
 */
record QuietMachine(double limitPercent, Duration patience, int repeats) {

  private static final long LOOK_MILLIS = 300;

  /** Returns when the machine is quiet or patience has run out. */
  void await(ProcessTree everything) throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end && foreignPercent(everything) > limitPercent) {
      // Looking is waiting: each look lasts a while.
      Thread.onSpinWait();
    }
  }

  /** Whether a run was disturbed by others. */
  boolean disturbed(Sample sample) {
    return sample.foreignPercent() > limitPercent;
  }

  private static double foreignPercent(ProcessTree everything)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long foreign = MachineCpu.busyMicros() - everything.cpuMicros();
    Thread.sleep(LOOK_MILLIS);
    long more = MachineCpu.busyMicros() - everything.cpuMicros() - foreign;
    return more * 100_000.0 / (System.nanoTime() - begin);
  }
}
