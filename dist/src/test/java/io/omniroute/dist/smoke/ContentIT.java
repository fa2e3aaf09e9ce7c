package io.omniroute.dist.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dist.gateway.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentIT {

  private static final Pattern ARTIFACT =
      Pattern.compile("</parent>.*?<artifactId>([^<]+)</artifactId>", Pattern.DOTALL);

  @TempDir private static Path shared;
  private static Installation installation;

  @BeforeAll
  static void unpack() throws IOException {
    installation = Installation.unpack(shared);
  }

  @Test
  void everyLibraryIsAModuleOfItsOwn() throws IOException {
    Path lib = installation.folder().resolve("lib");

    List<String> modules =
        ModuleFinder.of(lib).findAll().stream()
            .map(ModuleReference::descriptor)
            .map(module -> module.name())
            .toList();

    assertThat(modules)
        .contains("io.omniroute.api", "io.omniroute.platform", "io.omniroute.dashboard");
    try (Stream<Path> jars = Files.list(lib)) {
      assertThat(jars).as("a name that two jars share is one module only").hasSameSizeAs(modules);
    }
  }

  @Test
  void everyPluginOfTheTreeIsShipped() throws IOException {
    List<String> shipped;
    try (Stream<Path> jars = Files.list(installation.plugins())) {
      shipped = jars.map(jar -> jar.getFileName().toString()).toList();
    }

    for (Path pom : pluginPoms()) {
      Matcher artifact = ARTIFACT.matcher(Files.readString(pom));
      assertThat(artifact.find()).as(pom.toString()).isTrue();
      assertThat(shipped)
          .as("%s is no dependency in dist/pom.xml", pom)
          .anyMatch(jar -> jar.matches(Pattern.quote(artifact.group(1)) + "-\\d.*\\.jar"));
    }
  }

  /** A module is a plugin when it stands in the plugins' group. */
  private static List<Path> pluginPoms() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", "plugins"))) {
      return files
          .filter(file -> file.endsWith("pom.xml"))
          .filter(file -> !file.toString().contains("target"))
          .filter(file -> !text(file).contains("<packaging>pom</packaging>"))
          .filter(file -> text(file).contains("<groupId>io.omniroute.plugins</groupId>"))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
