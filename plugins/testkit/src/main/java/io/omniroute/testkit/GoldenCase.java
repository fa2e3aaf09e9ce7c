package io.omniroute.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One folder with what goes in and what must come out, so that a person can read a case without the
 * code. Run the tests with {@code -Dgolden.update=true} to write what comes out, then read the
 * difference.
 *
 * @param folder the folder
 */
public record GoldenCase(Path folder) {
  private static final String UPDATE = "golden.update";

  /**
   * A test for every folder below another.
   *
   * @param parent the folder of the cases, such as {@code src/test/resources/cases/requests}
   * @param test what to do with each
   */
  public static Stream<DynamicTest> each(Path parent, Consumer<GoldenCase> test) {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(GoldenCase::new)
          .map(golden -> DynamicTest.dynamicTest(golden.name(), () -> test.accept(golden)))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + parent, e);
    }
  }

  /** The case's name. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** Whether the case has a file. */
  public boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  /** The text of a file the case may have. */
  public Optional<String> find(String file) {
    return has(file) ? Optional.of(text(file)) : Optional.empty();
  }

  /** The text of a file. */
  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("case " + name() + " needs " + file, e);
    }
  }

  /** The bytes of a file. */
  public byte[] bytes(String file) {
    return text(file).getBytes(StandardCharsets.UTF_8);
  }

  /** Checks that a file has a text. */
  public void expect(String file, String actual) {
    if (Boolean.getBoolean(UPDATE)) {
      write(file, actual);
    } else if (!has(file)) {
      fail("case " + name() + " has no " + file + "; what came out:\n" + actual);
    } else {
      assertEquals(text(file), actual, () -> "case " + name() + ", " + file);
    }
  }

  /** Checks that a file has a text, or that there is no file where the text is empty. */
  public void expectIfAny(String file, String actual) {
    if (!actual.isEmpty()) {
      expect(file, actual);
    } else if (has(file)) {
      fail("case " + name() + " expects " + file + " and nothing came out");
    }
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
