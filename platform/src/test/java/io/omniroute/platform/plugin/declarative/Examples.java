package io.omniroute.platform.plugin.declarative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Descriptors that exist: those of tests, of the documentation and those that are shipped. */
final class Examples {

  private static final Path REPOSITORY = Path.of("..");
  private static final Pattern FENCED = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

  private Examples() {}

  static byte[] resource(String name) throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/descriptors", name));
  }

  /** The descriptors of every provider plugin without code. */
  static List<Path> shipped() {
    try (Stream<Path> files = Files.walk(REPOSITORY.resolve("plugins"))) {
      return files
          .filter(file -> file.endsWith("src/main/resources/provider.yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole descriptors inside the guide for authors. */
  static List<String> documented() {
    try {
      String guide = Files.readString(REPOSITORY.resolve("docs/plugins/write-a-plugin-in-yaml.md"));
      return FENCED
          .matcher(guide)
          .results()
          .map(block -> block.group(1))
          .filter(block -> block.startsWith("apiVersion:"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
