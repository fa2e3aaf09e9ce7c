package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.config.Config;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Scorer;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadTest {

  private static final int RELOADS = 50;

  @TempDir Path root;

  @Test
  void nothingRemainsOfFiftyReloads() throws IOException {
    try (TestHost test = TestHost.in(root)) {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      test.drop("good.jar", FixtureJars.jar("good", "version", "1.0.0"));
      test.host.rescan();
      for (int i = 1; i <= RELOADS; i++) {
        String version = "1.0." + i;
        loaders.add(loader(test));
        test.host.install("good.jar", FixtureJars.jar("good", "version", version));
        assertThat(test.ask("good")).contains("\"" + version + "\"");
      }

      TestHost.await(
          "all old class loaders are collected", Duration.ofSeconds(30), () -> collected(loaders));
      assertThat(stagedFolders()).hasSize(1);
      TestHost.await("their jars are closed", Duration.ofSeconds(30), this::oneJarIsOpen);
      assertThat(test.host.plugins()).hasSize(1);
    }
    assertThat(stagedFolders()).isEmpty();
  }

  @Test
  void aRunningRequestEndsOnTheGenerationItBeganWith() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("good.jar", FixtureJars.jar("good", "version", "1.0.0"));
      test.host.rescan();
      WeakReference<ClassLoader> old = loader(test);
      PluginLease lease = test.host.acquire();

      test.drop("good.jar", FixtureJars.jar("good", "version", "2.0.0"));
      test.host.rescan();

      assertThat(test.ask("good")).contains("2.0.0");
      assertThat(TestHost.ask(lease, "good")).as("a class loaded late").contains("1.0.0", "a note");
      assertThat(states(test)).contains(PluginFacts.State.DRAINING);
      lease.close();
      lease.close();
      lease = null;
      TestHost.await("the old one has drained", TestHost.PATIENCE, () -> states(test).size() == 1);
      TestHost.await("and is collected", Duration.ofSeconds(30), () -> collected(List.of(old)));
    }
  }

  @Test
  void aRequestThatNeverEndsKeepsAPluginOnlyUntilTheDeadline() {
    try (TestHost test =
        TestHost.with(
            root, Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(60))) {
      test.drop("good.jar", FixtureJars.jar("good"));
      test.host.rescan();
      PluginLease lease = test.host.acquire();

      test.host.disable("good");

      Scorer scorer = lease.registry().scorer("good").orElseThrow().service();
      Sample sample = Sample.of("case", "", "");
      TestHost.await(
          "stop() was called",
          TestHost.PATIENCE,
          () -> !scorer.score(sample, Config.EMPTY).passed());
      TestHost.await("and it is gone", TestHost.PATIENCE, () -> states(test).size() == 1);
      lease.close();
    }
  }

  @Test
  void anOverwrittenFileDoesNotBreakTheRunningGeneration() throws IOException {
    try (TestHost test = TestHost.in(root)) {
      test.drop("good.jar", FixtureJars.jar("good"));
      test.host.rescan();
      // In place, into the same file: no new name, no new inode.
      Files.write(
          root.resolve("plugins/good.jar"), "no jar any more".getBytes(StandardCharsets.UTF_8));
      test.host.rescan();

      assertThat(test.ask("good")).contains("1.0.0");
      PluginFacts facts = test.facts("good");
      assertThat(facts.state()).isEqualTo(PluginFacts.State.ACTIVE);
      assertThat(facts.reason())
          .startsWith("version 1.0.0 keeps running, but its new file cannot be used: is no")
          .doesNotContain("\n");
    }
  }

  @SuppressWarnings("SystemGc")
  private boolean oneJarIsOpen() {
    System.gc();
    return openJars().size() <= 1;
  }

  private static List<PluginFacts.State> states(TestHost test) {
    return test.host.plugins().stream().map(PluginFacts::state).toList();
  }

  private static WeakReference<ClassLoader> loader(TestHost test) {
    return new WeakReference<>(
        test.host.snapshot().scorer("good").orElseThrow().service().getClass().getClassLoader());
  }

  @SuppressWarnings("SystemGc")
  private static boolean collected(List<WeakReference<ClassLoader>> loaders) {
    System.gc();
    return loaders.stream().allMatch(loader -> loader.refersTo(null));
  }

  private List<Path> stagedFolders() throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve("data/run"), 2)) {
      return files.filter(it -> it.getNameCount() == root.getNameCount() + 4).toList();
    }
  }

  /** The copies that this process holds open, where the system tells. */
  private List<String> openJars() {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return List.of();
    }
    List<String> open = new ArrayList<>();
    try (Stream<Path> links = Files.list(descriptors)) {
      for (Path link : links.toList()) {
        if (Files.isSymbolicLink(link)) {
          String target = Files.readSymbolicLink(link).toString();
          if (target.startsWith(root.resolve("data/run").toString())) {
            open.add(target);
          }
        }
      }
    } catch (IOException e) {
      // A descriptor that was closed between the two looks.
      return openJars();
    }
    return open;
  }
}
