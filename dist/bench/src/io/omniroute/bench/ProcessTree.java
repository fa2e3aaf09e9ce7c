package io.omniroute.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process and its descendants as they were when this was made, and what Linux says of them.
 * Threads are included, since Linux accounts them to their process; processes born later are not.
 *
 * @param processIds the root's id first
 */
record ProcessTree(List<Long> processIds) {

  /** Linux reports CPU time to user space in ticks of 10 ms, whatever the kernel's own timer. */
  private static final long MICROS_PER_TICK = 10_000;

  /** Fields of {@code /proc/<pid>/stat} counted from the one after the command's name. */
  private static final int USER_TICKS = 11;

  private static final int SYSTEM_TICKS = 12;

  ProcessTree {
    processIds = List.copyOf(processIds);
  }

  static ProcessTree of(long rootId) {
    ProcessHandle root =
        ProcessHandle.of(rootId)
            .orElseThrow(() -> new IllegalArgumentException("no process " + rootId));
    return new ProcessTree(
        Stream.concat(Stream.of(root), root.descendants()).map(ProcessHandle::pid).toList());
  }

  /** User and system time of all processes together since they began, in microseconds. */
  long cpuMicros() throws IOException {
    long ticks = 0;
    for (long id : processIds) {
      ticks += ticks(id);
    }
    return ticks * MICROS_PER_TICK;
  }

  /** Resident memory of all processes together, in kibibytes; pages they share count twice. */
  long residentKibibytes() throws IOException {
    long sum = 0;
    for (long id : processIds) {
      sum += residentKibibytes(id);
    }
    return sum;
  }

  /** The process with the most resident memory: behind a start script, the JVM. */
  long largestProcessId() throws IOException {
    long largest = processIds.getFirst();
    for (long id : processIds) {
      if (residentKibibytes(id) > residentKibibytes(largest)) {
        largest = id;
      }
    }
    return largest;
  }

  private static long ticks(long id) throws IOException {
    String stat = read(id, "stat");
    if (stat.isEmpty()) {
      return 0;
    }
    // The command's name is in brackets and may itself contain spaces and brackets.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
  }

  private static long residentKibibytes(long id) throws IOException {
    return read(id, "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  private static String read(long id, String file) throws IOException {
    try {
      return Files.readString(Path.of("/proc", Long.toString(id), file));
    } catch (NoSuchFileException ended) {
      return "";
    }
  }
}
