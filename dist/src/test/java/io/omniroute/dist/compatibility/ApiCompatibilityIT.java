package io.omniroute.dist.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.omniroute.api.ApiVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApiCompatibilityIT {

  private static final Path FOLDER = Path.of("..", "plugin-api", "compat");
  private static final Path BASELINE = FOLDER.resolve("baseline.jar");
  private static final Path ACCEPTED = FOLDER.resolve("accepted-changes.txt");

  @TempDir private Path folder;

  @Test
  void thePluginApiKeepsWhatItsLastReleasePromised() throws IOException, URISyntaxException {
    if (!Files.exists(BASELINE)) {
      System.out.println("[WARNING] The plugin API is compared with nothing: no " + BASELINE);
    }
    assumeTrue(Files.exists(BASELINE), "there is a baseline");
    TreeSet<String> changes = new TreeSet<>(ApiChanges.between(BASELINE, currentJar()));
    var accepted = AcceptedChanges.read(ACCEPTED).reasons().keySet();

    assertThat(changes)
        .as("incompatible changes; undo them, or list them with a reason in " + ACCEPTED)
        .isSubsetOf(accepted);
    assertThat(accepted).as("accepted changes that no longer exist").isSubsetOf(changes);
  }

  @Test
  void aRemovedMethodIsNoticed() throws IOException {
    Path older = TinyJar.of(folder.resolve("old"), "public int one() { return 1; }");
    Path newer = TinyJar.of(folder.resolve("new"), "");

    assertThat(ApiChanges.between(older, newer)).containsExactly("METHOD_REMOVED tiny.Api#one()");
  }

  @Test
  void aNewAbstractMethodIsNoticed() throws IOException {
    Path older = TinyJar.of(folder.resolve("old"), "public interface Spi { int one(); }");
    Path newer =
        TinyJar.of(folder.resolve("new"), "public interface Spi { int one(); int two(); }");

    assertThat(ApiChanges.between(older, newer))
        .containsExactly("METHOD_ADDED_TO_INTERFACE tiny.Api$Spi#two()");
  }

  @Test
  void aNewRecordComponentIsNoticed() throws IOException {
    Path older = TinyJar.of(folder.resolve("old"), "public record Pair(int a) {}");
    Path newer = TinyJar.of(folder.resolve("new"), "public record Pair(int a, int b) {}");

    assertThat(ApiChanges.between(older, newer))
        .containsExactly("CONSTRUCTOR_REMOVED tiny.Api$Pair#Api$Pair(int)");
  }

  @Test
  void additionsThatHurtNobodyPass() throws IOException {
    Path older = TinyJar.of(folder.resolve("old"), "public interface Spi { int one(); }");
    Path newer =
        TinyJar.of(
            folder.resolve("new"),
            "public interface Spi { int one(); default int two() { return 2; } }");

    assertThat(ApiChanges.between(older, newer)).isEmpty();
  }

  @Test
  void anAcceptedChangeNeedsAReason() throws IOException {
    Path file = Files.writeString(folder.resolve("accepted.txt"), "METHOD_REMOVED a.B#c()\n");

    assertThatThrownBy(() -> AcceptedChanges.read(file)).hasMessageContaining("no reason is given");
  }

  private static Path currentJar() throws URISyntaxException {
    return Path.of(ApiVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
