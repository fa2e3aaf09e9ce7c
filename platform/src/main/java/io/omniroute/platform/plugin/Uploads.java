package io.omniroute.platform.plugin;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts files into the plugins folder and takes them out, so that a step back is possible. */
final class Uploads {

  /** Never a plugin file by its name, see {@link PluginFileReader#isPluginFile}. */
  private static final String ASIDE = ".aside-";

  private final Path directory;

  Uploads(Path directory) {
    this.directory = directory;
  }

  /** The name an uploaded file gets: its last part, without anything a path could be made of. */
  static String safeName(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,120}")
        || !PluginFileReader.isPluginFile(name)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "a plugin is a .jar or a .provider.yaml file, its name made of letters, digits, '.', '-',"
              + " '_' and '+'");
    }
    return name;
  }

  /** Writes a file whole, and puts others aside in the same step. */
  Step replace(String fileName, byte[] bytes, List<String> others) {
    Step step = new Step(directory.resolve(fileName));
    try {
      Path written = Files.createTempFile(directory, ".upload-", ".tmp");
      Files.write(written, bytes);
      for (String other : others) {
        step.aside(other);
      }
      step.aside(fileName);
      Files.move(written, directory.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
      return step;
    } catch (IOException e) {
      step.undo();
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a file. */
  void delete(String fileName) {
    try {
      Files.deleteIfExists(directory.resolve(fileName));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something done that can be undone until it is kept. */
  final class Step {

    private final Path added;
    private final Map<Path, Path> aside = new LinkedHashMap<>();

    private Step(Path added) {
      this.added = added;
    }

    private void aside(String fileName) throws IOException {
      Path file = directory.resolve(fileName);
      if (Files.exists(file)) {
        Path hidden = directory.resolve(ASIDE + fileName);
        Files.move(file, hidden, StandardCopyOption.REPLACE_EXISTING);
        aside.put(hidden, file);
      }
    }

    /** Deletes what was put aside. */
    void keep() {
      aside.keySet().forEach(hidden -> delete(hidden.getFileName().toString()));
    }

    /** Puts everything back as it was. */
    void undo() {
      try {
        Files.deleteIfExists(added);
        for (Map.Entry<Path, Path> moved : aside.entrySet()) {
          Files.move(moved.getKey(), moved.getValue(), StandardCopyOption.REPLACE_EXISTING);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
