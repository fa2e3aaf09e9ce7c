package io.omniroute.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A child process that ends when the harness ends, whichever way that happens. */
final class Spawned implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final String name;
  private final Process process;
  private final Thread hook;

  private Spawned(String name, Process process) {
    this.name = name;
    this.process = process;
    this.hook = new Thread(this::stop, "stop " + name);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a command whose output goes to a file. */
  static Spawned logging(String name, List<String> command, Map<String, String> more, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(more);
    return new Spawned(name, builder.start());
  }

  /** Starts another JVM of the harness, whose standard output is read line by line. */
  static Spawned harness(String name, List<String> arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> jvm =
        List.of(java, "-XX:+UseSerialGC", "-Xms64m", "-Xmx128m", "-Xshare:auto", "-cp");
    List<String> program = List.of(System.getProperty("java.class.path"), Bench.class.getName());
    List<String> command = Stream.of(jvm, program, arguments).flatMap(List::stream).toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new Spawned(name, builder.start());
  }

  BufferedReader output() {
    return process.inputReader();
  }

  boolean alive() {
    return process.isAlive();
  }

  long processId() {
    return process.pid();
  }

  /** The process and its children as they are now. */
  ProcessTree tree() {
    return ProcessTree.of(process.pid());
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // The hook runs by now; stopping twice does no harm.
    }
    stop();
  }

  private void stop() {
    // Children first: a shell that waits for its command would not pass the signal on.
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (ProcessHandle handle : all) {
      try {
        handle.onExit().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        handle.destroyForcibly();
      } catch (java.util.concurrent.ExecutionException
          | java.util.concurrent.TimeoutException late) {
        System.err.println(name + " did not end by itself within " + PATIENCE.toSeconds() + " s");
        handle.destroyForcibly();
      }
    }
  }
}
