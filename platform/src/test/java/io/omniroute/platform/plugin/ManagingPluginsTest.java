package io.omniroute.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.plugin.PluginFacts.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManagingPluginsTest {

  private static final String ACME =
      """
      apiVersion: 1
      id: acme
      aliases: [ac]
      name: Acme
      baseUrls: [https://api.acme.example/v1]
      endpoints:
        - { kind: chat, format: openai-chat, path: /chat/completions }
      """;

  @TempDir Path root;

  @Test
  void whatIsSwitchedOffStaysOffAfterARestart() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("good.jar", FixtureJars.jar("good"));
      test.host.rescan();

      assertThat(test.host.disable("good").state()).isEqualTo(State.DISABLED);
      assertThat(test.host.snapshot().scorer("good")).isEmpty();
      test.restart();
      assertThat(test.facts("good").state()).isEqualTo(State.DISABLED);

      assertThat(test.host.enable("good").state()).isEqualTo(State.ACTIVE);
      assertThat(test.ask("good")).contains("1.0.0");
      test.host.disable("good");
      test.host.enable("good");
      assertThat(test.ask("good")).contains("1.0.0");
    }
  }

  @Test
  void anUnknownPluginIsNotFound() {
    try (TestHost test = TestHost.in(root)) {
      assertThatExceptionOfType(GatewayException.class)
          .isThrownBy(() -> test.host.enable("nobody"))
          .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
      assertThatExceptionOfType(GatewayException.class)
          .isThrownBy(() -> test.host.remove("nobody"))
          .withMessage("there is no plugin 'nobody'");
    }
  }

  @Test
  void anInspectionTellsWhatAFileIsAndLeavesNothing() {
    try (TestHost test = TestHost.in(root)) {
      Inspection inspection = test.host.inspect("words.jar", FixtureJars.jar("words-1"));

      assertThat(inspection.usable()).isTrue();
      assertThat(inspection.id()).isEqualTo("words-1");
      assertThat(inspection.kinds()).containsExactly(PluginKind.SCORER);
      assertThat(inspection.moduleName()).isEqualTo("fixture.words1");
      assertThat(inspection.requiredModules())
          .containsExactly("acme.words", "io.omniroute.api", "java.base");
      assertThat(inspection.libraries()).containsExactly("acme.words.jar");
      assertThat(inspection.sha256()).hasSize(64);
      assertThat(test.host.plugins()).isEmpty();
    }
  }

  @Test
  void anInspectionRunsNoCodeOfTheFile() {
    try (TestHost test = TestHost.in(root)) {
      assertThat(test.host.inspect("a.jar", FixtureJars.jar("throwing-initialiser")).usable())
          .as("what only running it shows")
          .isTrue();
      assertThat(test.host.inspect("b.jar", FixtureJars.jar("requires-platform")).problems())
          .singleElement()
          .asString()
          .contains("requires io.omniroute.platform");
    }
  }

  @Test
  void anInstalledFileReplacesOtherFilesOfItsPlugin() {
    try (TestHost test = TestHost.in(root)) {
      test.host.install("good-1.0.0.jar", FixtureJars.jar("good", "version", "1.0.0"));
      PluginFacts facts =
          test.host.install("good-0.9.0.jar", FixtureJars.jar("good", "version", "0.9.0"));

      assertThat(facts.state()).isEqualTo(State.ACTIVE);
      assertThat(facts.version()).as("also an older one").isEqualTo("0.9.0");
      assertThat(root.resolve("plugins/good-1.0.0.jar")).doesNotExist();
      assertThat(test.host.plugins()).hasSize(1);
      assertThat(test.states.find("good").orElseThrow().previousVersion()).isEqualTo("1.0.0");
    }
  }

  @Test
  void anInstallationThatFailsChangesNothing() throws Exception {
    try (TestHost test = TestHost.in(root)) {
      test.host.install("thing.jar", FixtureJars.jar("good", "id", "throwing-start"));
      byte[] before = Files.readAllBytes(root.resolve("plugins/thing.jar"));

      assertThatExceptionOfType(GatewayException.class)
          .isThrownBy(() -> test.host.install("new.jar", FixtureJars.jar("throwing-start")))
          .withMessage(
              "new.jar cannot be used: failed with IllegalArgumentException: the setting region"
                  + " is empty");

      assertThat(root.resolve("plugins/new.jar")).doesNotExist();
      assertThat(Files.readAllBytes(root.resolve("plugins/thing.jar"))).isEqualTo(before);
      assertThat(test.facts("throwing-start").state()).isEqualTo(State.ACTIVE);
      assertThat(test.ask("good")).contains("1.0.0");
    }
  }

  @Test
  void uploadsCannotLeaveTheFolder() {
    try (TestHost test = TestHost.in(root)) {
      test.host.install("../../good.jar", FixtureJars.jar("good"));
      assertThat(root.resolve("plugins/good.jar")).exists();
      assertThatExceptionOfType(GatewayException.class)
          .isThrownBy(() -> test.host.install("good.sh", FixtureJars.jar("good")))
          .withMessageStartingWith("a plugin is a .jar or a .provider.yaml file");
    }
  }

  @Test
  void removingDeletesTheFileAndForgetsThePlugin() {
    try (TestHost test = TestHost.in(root)) {
      test.host.install("good.jar", FixtureJars.jar("good"));
      test.host.remove("good");

      assertThat(root.resolve("plugins/good.jar")).doesNotExist();
      TestHost.await(
          "the plugin to be gone", Duration.ofSeconds(10), () -> test.host.plugins().isEmpty());
      assertThat(test.states.find("good")).isEmpty();
    }
  }

  @Test
  void theNewestVersionIsUsedAndTheNextOneWhenItFails() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("a-1.0.0.jar", FixtureJars.jar("good", "version", "1.0.0"));
      test.drop("a-1.10.0.jar", FixtureJars.jar("good", "version", "1.10.0"));
      test.drop("a-1.9.0.jar", FixtureJars.jar("good", "version", "1.9.0"));
      test.restart();
      assertThat(test.ask("good")).contains("1.10.0");
      assertThat(test.facts("a-1.9.0.jar").state()).isEqualTo(State.REPLACED);
      assertThat(test.facts("a-1.9.0.jar").reason())
          .isEqualTo("version 1.10.0 in a-1.10.0.jar is used instead");

      test.drop("a-2.0.0.jar", FixtureJars.jar("throwing-start", "id", "good", "version", "2.0.0"));
      test.restart();
      assertThat(test.ask("good")).contains("1.10.0");
      assertThat(test.facts("a-2.0.0.jar").state()).isEqualTo(State.FAILED);
    }
  }

  @Test
  void whoWasHereFirstKeepsAName() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("z.jar", FixtureJars.declarative("z-acme", "1.0.0", ACME));
      test.host.rescan();
      test.drop("acme.provider.yaml", ACME.replace("api.acme", "evil"));
      test.host.rescan();
      test.restart();

      assertThat(test.facts("z-acme").state()).isEqualTo(State.ACTIVE);
      assertThat(test.facts("provider:acme").state()).isEqualTo(State.FAILED);
      assertThat(test.facts("provider:acme").reason())
          .isEqualTo("provider 'acme' is already provided by plugin 'z-acme'");

      test.host.disable("z-acme");
      assertThat(test.facts("provider:acme").state()).as("the way is free").isEqualTo(State.ACTIVE);
      test.host.enable("z-acme");
      assertThat(test.facts("z-acme").state()).isEqualTo(State.ACTIVE);
      assertThat(test.host.snapshot().provider("ac").orElseThrow().origin().pluginId())
          .isEqualTo("z-acme");
    }
  }

  @Test
  void aPluginWaitsForTheOneItDependsOn() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("a.jar", FixtureJars.jar("words-1", "dependencies", "good@>=1.0.0"));
      test.host.rescan();
      assertThat(test.facts("words-1").reason())
          .isEqualTo("needs plugin 'good' >=1.0.0, which does not run");

      test.drop("b.jar", FixtureJars.jar("good"));
      test.host.rescan();
      assertThat(test.facts("words-1").state()).isEqualTo(State.ACTIVE);

      test.host.disable("good");
      assertThat(test.facts("words-1").state()).isEqualTo(State.FAILED);
    }
  }

  @Test
  void itSaysWhatWouldBeLost() {
    try (TestHost test = TestHost.in(root)) {
      test.drop("good.jar", FixtureJars.jar("good"));
      test.drop("acme.provider.yaml", ACME);
      test.host.rescan();

      assertThat(test.host.lostWithout("good"))
          .containsExactly("Eval cases with the scorer 'good' can no longer be judged.");
      assertThat(test.host.lostWithout("provider:acme"))
          .containsExactly("Models of Acme can no longer be asked for.");
      assertThat(test.host.lostWithout("nobody")).isEmpty();
    }
  }

  @Test
  void listenersHearOfChangesUntilTheyLeave() {
    try (TestHost test = TestHost.in(root)) {
      List<Integer> heard = new CopyOnWriteArrayList<>();
      Plugins.Subscription subscription =
          test.host.onChange(registry -> heard.add(registry.scorers().size()));
      test.host.install("good.jar", FixtureJars.jar("good"));
      assertThat(heard).contains(1);

      subscription.close();
      heard.clear();
      test.host.disable("good");
      assertThat(heard).isEmpty();
    }
  }
}
