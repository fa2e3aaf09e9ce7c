package io.omniroute.dist.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One run of the start script with everything it printed. The environment is empty but for what is
 * given: nothing of the developer's machine leaks into a test. Thread-safe.
 */
public final class GatewayProcess implements AutoCloseable {

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final CountDownLatch outputEnded = new CountDownLatch(1);

  private GatewayProcess(Process process) {
    this.process = process;
  }

  /** Runs the start script; standard error goes with standard output. */
  public static GatewayProcess start(
      Installation installation, Map<String, String> environment, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(installation.script().toString());
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(defaults());
    builder.environment().putAll(environment);
    GatewayProcess gateway = new GatewayProcess(builder.start());
    Thread.ofVirtual().name("gateway output").start(gateway::collectOutput);
    return gateway;
  }

  /** What was printed so far. */
  public List<String> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Waits for a line; fails when the time is over or the output ends without it. */
  public String awaitLine(Predicate<String> wanted, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    synchronized (lines) {
      while (true) {
        Optional<String> found = lines.stream().filter(wanted).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0 || outputEnded.getCount() == 0) {
          throw new AssertionError("No such line:\n" + String.join("\n", lines));
        }
        lines.wait(left);
      }
    }
  }

  /** Waits for the end and returns the exit code; fails when the time is over. */
  public int awaitExit(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("Still running after " + patience + ":\n" + text());
    }
    boolean complete = outputEnded.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (!complete) {
      throw new AssertionError("The output did not end:\n" + text());
    }
    return process.exitValue();
  }

  /** Waits a moment; true when the process has ended by then. */
  boolean endsWithin(Duration moment) throws InterruptedException {
    return process.waitFor(moment.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Everything that was printed. */
  public String text() {
    return String.join("\n", lines());
  }

  /** The process, which is the JVM itself once the script has done its work. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Asks it to stop (SIGTERM). */
  public void terminate() {
    process.destroy();
  }

  /** Ends it at once (SIGKILL). */
  public void kill() {
    process.destroyForcibly();
  }

  /** Ends it at once when it still runs. */
  @Override
  public void close() {
    kill();
  }

  private void collectOutput() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        add(line);
      }
    } catch (IOException e) {
      add("(the output could not be read: " + e.getMessage() + ")");
    }
    outputEnded.countDown();
    synchronized (lines) {
      lines.notifyAll();
    }
  }

  private void add(String line) {
    synchronized (lines) {
      lines.add(line);
      lines.notifyAll();
    }
  }

  private static Map<String, String> defaults() {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("HOME", Path.of(System.getProperty("java.io.tmpdir")).toString());
    environment.put("OMNIROUTE_AOT", "off");
    return environment;
  }
}
