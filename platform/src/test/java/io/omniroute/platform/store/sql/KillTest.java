package io.omniroute.platform.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.platform.store.ApiKey;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process killed without warning in the midst of writing loses nothing that it had acknowledged.
 */
class KillTest {

  private static final int ROUNDS = 2;
  private static final int WRITES_A_ROUND = 400;

  @TempDir Path folder;

  @Test
  @Timeout(value = 120, unit = TimeUnit.SECONDS)
  void everyAcknowledgedWriteIsThereAfterKill() throws Exception {
    Set<String> settings = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      // The second round replays the journal of the first and writes on.
      for (String line : acknowledgedBeforeDeath()) {
        String[] words = line.split(" ", -1);
        (words[1].equals("setting") ? settings : keys).add(words[2]);
      }
    }

    assertThat(folder.resolve("data/storage.sqlite-wal")).exists();
    try (Store store = SqliteStore.open(StoreOptions.in(folder.resolve("data")))) {
      assertThat(store.integrityCheck()).isEmpty();
      Map<String, String> found = store.settings().all("load");
      assertThat(found).containsKeys(settings.toArray(String[]::new));
      settings.forEach(name -> assertThat(found).containsEntry(name, "\"" + name + "\""));
      assertThat(store.apiKeys().all().stream().map(ApiKey::id).collect(Collectors.toSet()))
          .containsAll(keys);
      keys.forEach(
          name ->
              assertThat(store.apiKeys().findByHash(store.apiKeys().hash(name)))
                  .map(ApiKey::id)
                  .contains(name));
    }
  }

  private Set<String> acknowledgedBeforeDeath() throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(command()).redirectError(errors.toFile()).start();
    Set<String> lines = new LinkedHashSet<>();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      while (lines.size() < WRITES_A_ROUND && hear(output, lines)) {
        // It is left alone until it has acknowledged enough.
      }
      // Through the handle: Process itself would close the stream that is still to be read.
      assertThat(process.toHandle().destroyForcibly()).isTrue();
      // What it said between that decision and its death counts as well.
      while (hear(output, lines)) {
        // Until the end of the stream.
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("killed, not ended by itself").isEqualTo(128 + 9);
    assertThat(lines).as(Files.readString(errors)).hasSizeGreaterThanOrEqualTo(WRITES_A_ROUND);
    return lines;
  }

  /** Takes a line; log lines are not for us, nor is one that was cut in the middle. */
  private static boolean hear(BufferedReader output, Set<String> lines) throws IOException {
    String line = output.readLine();
    if (line != null && line.matches("stored (setting|key) \\d-\\d+;")) {
      lines.add(line.substring(0, line.length() - 1));
    }
    return line != null;
  }

  private List<String> command() {
    String path =
        Stream.of(
                System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""),
                "target/test-classes")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        path,
        DurabilityWriter.class.getName(),
        folder.resolve("data").toString());
  }
}
