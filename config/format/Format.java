import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs google-java-format over every Java file of the tree, in one JVM of the toolchain. Started
 * from source by the build: {@code check} names the files that differ and fails, {@code write}
 * formats them.
 */
final class Format {

  private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

  private Format() {}

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    javaFiles(Path.of(args[1])).forEach(file -> arguments.add(file.toString()));
    String[] options = arguments.toArray(String[]::new);
    PrintWriter out = new PrintWriter(System.out, true);
    int differing = new Main(out, new PrintWriter(System.err, true), System.in).format(options);
    out.flush();
    if (differing != 0 && !write) {
      System.err.println("The files above are not formatted: run  mvn -N -Pformat process-sources");
    }
    System.exit(differing);
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
