import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs google-java-format over every Java file of the tree, in one JVM of the toolchain. Started
 * from source by the build: {@code check} names the files that differ and fails, {@code write}
 * formats them. Files that did not change since the last success are skipped.
 */
final class Format {

  private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

  private Format() {}

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path lastSuccess = Path.of(args[2]);
    FileTime begin = FileTime.from(Instant.now());
    List<String> arguments = new ArrayList<>();
    arguments.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    List<String> files = changedSince(lastSuccess, javaFiles(Path.of(args[1])));
    if (files.isEmpty()) {
      return;
    }
    arguments.addAll(files);
    String[] options = arguments.toArray(String[]::new);
    PrintWriter out = new PrintWriter(System.out, true);
    int differing = new Main(out, new PrintWriter(System.err, true), System.in).format(options);
    out.flush();
    if (differing == 0) {
      Files.createDirectories(lastSuccess.toAbsolutePath().getParent());
      Files.setLastModifiedTime(Files.write(lastSuccess, new byte[0]), begin);
    } else if (!write) {
      System.err.println(
          "The files above are not formatted: run  mvn -Pformat -pl .,config process-sources");
    }
    System.exit(differing);
  }

  private static List<String> changedSince(Path lastSuccess, List<Path> files) throws IOException {
    List<String> changed = new ArrayList<>();
    for (Path file : files) {
      if (!Files.exists(lastSuccess)
          || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(lastSuccess))
              >= 0) {
        changed.add(file.toString());
      }
    }
    return changed;
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
