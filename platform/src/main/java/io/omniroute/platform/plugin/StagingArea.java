package io.omniroute.platform.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Where copies of jars are kept while their code runs: {@code run/plugins-<process id>/}. */
final class StagingArea {

  private static final String PREFIX = "plugins-";
  private static final String LIBRARIES = "META-INF/lib/";

  private final Path folder;
  private final AtomicLong next = new AtomicLong(1);

  /** Makes the folder and clears away what processes that are gone have left. */
  StagingArea(Path dataDirectory) {
    Path run = dataDirectory.resolve("run");
    long own = ProcessHandle.current().pid();
    try {
      Files.createDirectories(run);
      try (DirectoryStream<Path> old = Files.newDirectoryStream(run, PREFIX + "*")) {
        for (Path entry : old) {
          if (isAbandoned(entry.getFileName().toString(), own)) {
            StagedJar.deleteFolder(entry);
          }
        }
      }
      folder = Files.createTempDirectory(run, PREFIX + own + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a jar. */
  StagedJar stage(String fileName, byte[] bytes) throws IOException {
    Path own = Files.createDirectory(folder.resolve(Long.toString(next.getAndIncrement())));
    Path jar = own.resolve(fileName);
    Files.write(jar, bytes);
    return new StagedJar(own, jar);
  }

  /** Copies the libraries inside a jar beside it and returns their file names. */
  static List<String> stageLibraries(JarFile jar, StagedJar staged) throws IOException {
    List<String> names = new ArrayList<>();
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      String path = entry.getName();
      if (!path.startsWith(LIBRARIES) || !path.endsWith(".jar")) {
        continue;
      }
      String name = path.substring(LIBRARIES.length());
      if (name.contains("/") || name.contains("\\")) {
        throw new IOException("a library lies deeper than META-INF/lib: " + path);
      }
      Path folder = Files.createDirectories(staged.folder().resolve("lib"));
      try (InputStream in = jar.getInputStream(entry)) {
        Files.copy(in, folder.resolve(name));
      }
      names.add(name);
    }
    return names.stream().sorted().toList();
  }

  /** Deletes everything. */
  void close() {
    StagedJar.deleteFolder(folder);
  }

  private static boolean isAbandoned(String name, long own) {
    String pid = name.substring(PREFIX.length()).replaceFirst("-.*", "");
    try {
      long process = Long.parseLong(pid);
      return process != own && ProcessHandle.of(process).isEmpty();
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
