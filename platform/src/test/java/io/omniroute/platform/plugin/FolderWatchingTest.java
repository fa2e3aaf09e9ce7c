package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the folder takes effect by itself. */
final class FolderWatchingTest {

  /** Two seconds are promised; the machine that tests may be busy. */
  private static final Duration SOON = Duration.ofSeconds(6);

  private static final String BARE =
      """
      apiVersion: 1
      id: acme
      name: %s
      version: 1.2.0
      baseUrls: [https://api.acme.example/v1]
      endpoints:
        - { kind: chat, format: openai-chat, path: /chat/completions }
      """;

  @TempDir Path root;

  @Test
  void droppedReplacedAndRemovedFilesTakeEffect() throws IOException {
    try (TestHost test = TestHost.in(root)) {
      test.drop("good.jar", FixtureJars.jar("good", "version", "1.0.0"));
      TestHost.await("it is loaded", SOON, () -> serves(test, "1.0.0"));

      test.drop("good.jar", FixtureJars.jar("good", "version", "1.1.0"));
      TestHost.await("it is replaced", SOON, () -> serves(test, "1.1.0"));

      Files.delete(root.resolve("plugins/good.jar"));
      TestHost.await("it is gone", SOON, () -> test.host.snapshot().scorers().isEmpty());
      TestHost.await("and forgotten", SOON, () -> test.host.plugins().isEmpty());
    }
  }

  @Test
  void aBareDescriptorIsAPluginByItself() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("acme.provider.yaml", BARE.formatted("Acme"));
      TestHost.await(
          "it is loaded", SOON, () -> test.is("provider:acme", PluginFacts.State.ACTIVE));
      assertThat(test.host.snapshot().provider("acme")).isPresent();

      PluginFacts facts = test.facts("provider:acme");
      assertThat(facts.version()).isEqualTo("1.2.0");
      assertThat(facts.declarative()).isTrue();
      assertThat(facts.hosts()).containsExactly("api.acme.example");
      assertThat(facts.provides()).containsExactly(new Provided(PluginKind.PROVIDER, "acme"));

      test.drop("acme.provider.yaml", BARE.formatted("Acme 2"));
      TestHost.await(
          "it is replaced", SOON, () -> test.facts("provider:acme").name().equals("Acme 2"));
    }
  }

  @Test
  void aBrokenDescriptorNamesFileLineAndKey() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("acme.provider.yaml", BARE.formatted("Acme").replace("baseUrls", "baseUrl"));
      test.host.rescan();

      assertThat(test.facts("acme.provider.yaml").reason())
          .isEqualTo("acme.provider.yaml:5: baseUrl is no known key; did you mean 'baseUrls'?");
    }
  }

  @Test
  void aFileThatIsStillBeingCopiedIsNotLoaded() throws IOException {
    try (TestHost test = TestHost.in(root)) {
      byte[] jar = FixtureJars.jar("good");
      Path file = root.resolve("plugins/good.jar");
      int step = jar.length / 8;
      for (int from = 0; from < jar.length; from += step) {
        byte[] part = Arrays.copyOfRange(jar, from, Math.min(jar.length, from + step));
        try (OutputStream out =
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
          out.write(part);
        }
        assertThat(test.host.plugins()).as("after " + from + " bytes").isEmpty();
      }
      TestHost.await("it is loaded", SOON, () -> serves(test, "1.0.0"));
    }
  }

  @Test
  void aFileThatStaysBrokenIsReportedAndReplacedWhenItIsMended() {
    try (TestHost test = TestHost.in(root)) {
      byte[] jar = FixtureJars.jar("good");
      test.drop("good.jar", Arrays.copyOf(jar, jar.length - 30));
      TestHost.await("it is reported", SOON, () -> test.is("good.jar", PluginFacts.State.FAILED));

      test.drop("good.jar", jar);
      TestHost.await("it is loaded", SOON, () -> test.is("good", PluginFacts.State.ACTIVE));
      assertThat(test.host.plugins()).hasSize(1);
    }
  }

  @Test
  void filesOfEditorsAndOtherFilesAreLeftAlone() {
    try (TestHost test = TestHost.in(root)) {
      byte[] jar = FixtureJars.jar("good");
      for (String name :
          new String[] {".good.jar.swp", "good.jar~", "~good.jar", "#good.jar", "good.jar.tmp"}) {
        test.drop(name, jar);
      }
      test.drop("README.md", "no plugin");
      test.drop("notes.yaml", "no: plugin");
      test.host.rescan();

      assertThat(test.host.plugins()).isEmpty();
    }
  }

  private static boolean serves(TestHost test, String version) {
    return test.host.snapshot().scorer("good").isPresent()
        && test.ask("good").contains("\"" + version + "\"");
  }
}
