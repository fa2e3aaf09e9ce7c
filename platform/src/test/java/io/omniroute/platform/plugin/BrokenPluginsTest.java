package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to be broken leaves the rest running, and one readable reason. */
final class BrokenPluginsTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          throwing-constructor | IllegalStateException: no key apiBase
          throwing-initialiser | NumberFormatException: For input string: "x"
          throwing-start       | IllegalArgumentException: the setting region is empty
          missing-class        | misses the class broken.Missing
          wrong-api-range      | needs plugin-api ^9.0.0, this gateway has 1.0.0
          requires-platform    | requires io.omniroute.platform, which is neither in the plugin nor offered by the gateway (offered: io.omniroute.api,
          module-missing       | requires acme.absent, which is neither in the plugin nor offered by the gateway
          bundles-api          | brings module io.omniroute.api along, which is the gateway's own: leave it out
          two-modules          | holds a second plugin module, second.plugin in second.plugin.jar: one jar is one plugin
          class-too-new        | needs a newer Java: it is compiled for Java 28, this is Java
          system-exit          | calls java.lang.System.exit in broken.Thing, which would end the whole gateway
          no-module            | has code but no module-info: a plugin is a named module
          provides-nothing     | provides none of Provider, Translator, RoutingStrategy and Scorer
          odd-version          | Plugin-Version '1.0.beta' is no semantic version such as 1.2.3
          null-id              | has an extension without an id: broken.Thing
          """)
  void aBrokenPluginHarmsNothingElseAndSaysWhy(String name, String reason) {
    try (TestHost test = TestHost.in(root)) {
      test.drop(name + ".jar", FixtureJars.jar(name));
      test.drop("good.jar", FixtureJars.jar("good"));
      test.host.rescan();

      PluginFacts facts = test.facts(name);
      assertThat(facts.state()).isEqualTo(PluginFacts.State.FAILED);
      assertThat(facts.reason()).contains(reason).doesNotContain("\n");
      assertThat(facts.fileName()).isEqualTo(name + ".jar");
      assertThat(facts.sha256()).hasSize(64);
      assertThat(test.ask("good")).contains("1.0.0");
    }
  }

  @Test
  void aStartThatDoesNotEndIsGivenUp() {
    try (TestHost test =
        TestHost.with(root, Duration.ofMillis(300), Duration.ofMinutes(1), Duration.ofMinutes(1))) {
      test.drop("endless-start.jar", FixtureJars.jar("endless-start"));
      test.host.rescan();

      assertThat(test.facts("endless-start").state()).isEqualTo(PluginFacts.State.FAILED);
      assertThat(test.facts("endless-start").reason()).isEqualTo("did not start within 300 ms");
    }
  }

  @Test
  void aJarThatWasCutOffIsReported() {
    try (TestHost test = TestHost.in(root)) {
      byte[] whole = FixtureJars.jar("good");
      test.drop("cut.jar", Arrays.copyOf(whole, whole.length / 2));
      test.drop("noise.jar", new byte[] {1, 2, 3});
      test.host.rescan();

      assertThat(test.facts("cut.jar").reason()).startsWith("is no readable jar: ");
      assertThat(test.facts("noise.jar").state()).isEqualTo(PluginFacts.State.FAILED);
    }
  }

  @Test
  void aJarWithoutAnIdIsShownByItsFileName() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("anonymous.jar", FixtureJars.jar("no-id"));
      test.host.rescan();

      assertThat(test.facts("anonymous.jar").id()).isEqualTo("anonymous.jar");
      assertThat(test.facts("anonymous.jar").reason())
          .isEqualTo("is no plugin: its manifest has no Plugin-Id");
    }
  }

  @Test
  void ofTwoFilesWithTheSameIdAndVersionTheFirstByNameIsUsed() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("b.jar", FixtureJars.jar("good"));
      test.drop("a.jar", FixtureJars.jar("good", "description", "twin"));
      test.restart();

      assertThat(test.facts("a.jar").state()).isEqualTo(PluginFacts.State.ACTIVE);
      assertThat(test.facts("b.jar").state()).isEqualTo(PluginFacts.State.FAILED);
      assertThat(test.facts("b.jar").reason())
          .isEqualTo("has the same id and version as a.jar, which is used: remove one of the two");
    }
  }

  @Test
  void twoPluginsMayBringTwoVersionsOfALibrary() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("words-1.jar", FixtureJars.jar("words-1"));
      test.drop("words-2.jar", FixtureJars.jar("words-2"));
      test.host.rescan();

      assertThat(test.ask("words-1")).isEqualTo("1.0");
      assertThat(test.ask("words-2")).isEqualTo("2.0");
    }
  }

  @Test
  void aPluginThatLeavesAThreadBehindIsNamed() {
    try (TestHost test =
        TestHost.with(root, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMillis(50))) {
      test.drop("leaves-thread.jar", FixtureJars.jar("leaves-thread"));
      test.drop("good.jar", FixtureJars.jar("good"));
      test.host.rescan();

      test.host.disable("leaves-thread");
      test.host.disable("good");

      TestHost.await(
          "the leak is shown", TestHost.PATIENCE, () -> test.facts("leaves-thread").leaking());
      assertThat(test.facts("leaves-thread").reason()).contains("still in memory");
      assertThat(test.facts("good").leaking()).isFalse();
      interruptThreadLeftBehind();
    }
  }

  private static void interruptThreadLeftBehind() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("left-behind"))
        .forEach(Thread::interrupt);
  }
}
