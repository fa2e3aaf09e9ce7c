package io.omniroute.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of another JVM as the JDK's jcmd tells it.
 *
 * @param heapUsedKibibytes live heap after a full collection
 * @param otherKibibytes what native memory tracking calls Other, which is mostly direct buffers; -1
 *     if the JVM was not started with {@code -XX:NativeMemoryTracking=summary}
 */
record JvmMemory(long heapUsedKibibytes, long otherKibibytes) {

  private static final long PATIENCE_SECONDS = 30;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final Pattern OTHER =
      Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB");

  /** Collects garbage in the process, then reads. */
  static JvmMemory of(long processId) throws IOException, InterruptedException {
    jcmd(processId, "GC.run");
    long used =
        jcmd(processId, "GC.heap_info")
            .lines()
            .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
            .map(USED::matcher)
            .filter(Matcher::find)
            .mapToLong(match -> Long.parseLong(match.group(1)))
            .sum();
    Matcher other = OTHER.matcher(jcmd(processId, "VM.native_memory", "summary"));
    return new JvmMemory(used, other.find() ? Long.parseLong(other.group(1)) : -1);
  }

  private static String jcmd(long processId, String... command)
      throws IOException, InterruptedException {
    String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    List<String> words = new java.util.ArrayList<>(List.of(program, Long.toString(processId)));
    words.addAll(List.of(command));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("jcmd " + String.join(" ", command) + " failed: " + output.strip());
    }
    return output;
  }
}
