package io.omniroute.dist.gateway;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An unpacked distribution.
 *
 * @param folder the folder with {@code bin}, {@code lib}, {@code plugins} and {@code conf}
 */
public record Installation(Path folder) {

  /** Unpacks the zip that this build made. */
  public static Installation unpack(Path target) throws IOException {
    return unpack(zip("omniroute.zip"), target);
  }

  /** Unpacks the zip with its own Java runtime that this build made. */
  public static Installation unpackWithRuntime(Path target) throws IOException {
    return unpack(zip("omniroute.runtime.zip"), target);
  }

  /** The start script. */
  public Path script() {
    return folder.resolve("bin").resolve("omniroute");
  }

  /** The folder plugins are loaded from. */
  public Path plugins() {
    return folder.resolve("plugins");
  }

  private static Path zip(String property) {
    String zip = System.getProperty(property);
    if (zip == null) {
      throw new IllegalStateException("Set -D" + property + " to the zip (the build does it)");
    }
    return Path.of(zip);
  }

  private static Installation unpack(Path zip, Path target) throws IOException {
    Map<String, ?> keepModes = Map.of("enablePosixFileAttributes", true);
    try (FileSystem files = FileSystems.newFileSystem(zip, keepModes)) {
      Path root = files.getPath("/");
      copy(root, target);
      try (Stream<Path> entries = Files.list(root)) {
        List<Path> folders = entries.toList();
        return new Installation(target.resolve(folders.getFirst().getFileName().toString()));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
