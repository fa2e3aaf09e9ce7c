package io.omniroute.dist.compatibility;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles one class {@code tiny.Api} into a jar. */
final class TinyJar {

  private TinyJar() {}

  static Path of(Path folder, String members) throws IOException {
    Path source = Files.createDirectories(folder.resolve("tiny")).resolve("Api.java");
    Files.writeString(source, "package tiny; public class Api { " + members + " }");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    if (result != 0) {
      throw new IllegalArgumentException("does not compile: " + members);
    }
    return pack(folder);
  }

  private static Path pack(Path folder) throws IOException {
    Path jar = folder.resolve("tiny.jar");
    List<Path> classes;
    try (Stream<Path> files = Files.list(folder.resolve("tiny"))) {
      classes = files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path type : classes) {
        out.putNextEntry(new JarEntry("tiny/" + type.getFileName()));
        Files.copy(type, out);
      }
    }
    return jar;
  }
}
