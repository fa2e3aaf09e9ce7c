package io.omniroute.bench;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads CPU times when the counted window opens and again when it closes. */
final class CpuMeter implements LoadListener {

  private final ProcessTree target;
  private final ProcessTree everything;
  private long targetMicros;
  private long everythingMicros;
  private long machineMicros;

  /**
   * A meter for one run.
   *
   * @param target the processes whose cost is asked for; none for a direct round
   * @param everything all processes that the measurement itself runs, the target's included
   */
  CpuMeter(ProcessTree target, ProcessTree everything) {
    this.target = target;
    this.everything = everything;
  }

  @Override
  public void opened() {
    read(-1);
  }

  @Override
  public void closed() {
    read(1);
  }

  /** CPU time of the target in the window, microseconds. */
  long targetMicros() {
    return targetMicros;
  }

  /** CPU time of load generator and upstreams in the window, microseconds. */
  long harnessMicros() {
    return everythingMicros - targetMicros;
  }

  /** CPU time in the window of processes that have nothing to do with us, microseconds. */
  long foreignMicros() {
    return Math.max(0, machineMicros - everythingMicros);
  }

  private void read(int sign) {
    try {
      targetMicros += sign * target.cpuMicros();
      everythingMicros += sign * everything.cpuMicros();
      machineMicros += sign * MachineCpu.busyMicros();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read CPU times", failure);
    }
  }
}
