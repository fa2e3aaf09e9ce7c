package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.fail;

import io.omniroute.api.config.Config;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A plugin host in a folder of its own, with what tests ask of it. */
final class TestHost implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(10);

  final Path folder;
  final MemoryPluginStates states;
  final PluginHostOptions options;
  PluginHost host;

  private TestHost(Path root, PluginHostOptions options) {
    this.folder = root.resolve("plugins");
    this.options = options;
    states = new MemoryPluginStates();
    host = PluginHost.start(options, states);
  }

  static TestHost in(Path root) {
    return with(root, Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofSeconds(60));
  }

  static TestHost with(Path root, Duration start, Duration drain, Duration leak) {
    PluginHostOptions usual = PluginHostOptions.of(root.resolve("plugins"), root.resolve("data"));
    return new TestHost(
        root,
        new PluginHostOptions(
            usual.directory(),
            usual.dataDirectory(),
            usual.http(),
            start,
            drain,
            leak,
            Duration.ofSeconds(1),
            usual.maximumFileSize()));
  }

  /** Stops and starts again, as a restart of the gateway would. */
  void restart() {
    host.close();
    host = PluginHost.start(options, states);
  }

  /** Puts a file into the folder in one step, as a careful tool does. */
  void drop(String fileName, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Path hidden = folder.resolve("." + fileName + ".part");
      Files.write(hidden, bytes);
      Files.move(hidden, folder.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void drop(String fileName, String text) {
    drop(fileName, text.getBytes(StandardCharsets.UTF_8));
  }

  PluginFacts facts(String idOrFile) {
    return host.plugins().stream()
        .filter(it -> it.id().equals(idOrFile) || it.fileName().equals(idOrFile))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no plugin " + idOrFile + " in " + host.plugins()));
  }

  boolean is(String idOrFile, PluginFacts.State state) {
    return host.plugins().stream()
        .filter(it -> it.id().equals(idOrFile) || it.fileName().equals(idOrFile))
        .anyMatch(it -> it.state() == state);
  }

  /** What the scorer of an id answers now. */
  String ask(String scorerId) {
    try (PluginLease lease = host.acquire()) {
      return ask(lease, scorerId);
    }
  }

  static String ask(PluginLease lease, String scorerId) {
    Scorer scorer = lease.registry().scorer(scorerId).orElseThrow().service();
    return scorer.score(Sample.of("case", "", ""), Config.EMPTY).details();
  }

  static void await(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        fail("within " + patience + " it did not happen: " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    host.close();
  }
}
