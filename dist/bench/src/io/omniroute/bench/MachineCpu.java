package io.omniroute.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of the whole machine: shows how much of it was taken by processes that are not ours. */
final class MachineCpu {

  private static final long MICROS_PER_TICK = 10_000;
  private static final int IDLE = 3;
  private static final int WAITING = 4;
  private static final int LAST_COUNTED = 7;

  private MachineCpu() {}

  /** Busy time of all cores together since boot, in microseconds, stolen time included. */
  static long busyMicros() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      String[] fields = lines.findFirst().orElseThrow().replaceFirst("cpu\\s+", "").split(" ");
      long ticks = 0;
      for (int index = 0; index <= LAST_COUNTED && index < fields.length; index++) {
        if (index != IDLE && index != WAITING) {
          ticks += Long.parseLong(fields[index]);
        }
      }
      return ticks * MICROS_PER_TICK;
    }
  }
}
