package io.omniroute.platform.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copies of one jar and of the libraries inside it: the file in the plugins folder may be
 * overwritten at any time while the code runs. They are deleted with their last user. Thread-safe.
 */
final class StagedJar {

  private static final Logger LOG = LoggerFactory.getLogger(StagedJar.class);

  private final Path folder;
  private final Path jar;
  private final AtomicInteger users = new AtomicInteger(1);

  /** Takes over a folder that holds a jar; the caller is the first user. */
  StagedJar(Path folder, Path jar) {
    this.folder = folder;
    this.jar = jar;
  }

  Path folder() {
    return folder;
  }

  Path jar() {
    return jar;
  }

  /** One user more. */
  void retain() {
    users.incrementAndGet();
  }

  /** One user less; what cannot be deleted now goes at the next start. */
  void release() {
    if (users.decrementAndGet() == 0) {
      deleteFolder(folder);
    }
  }

  static void deleteFolder(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry)) {
          deleteFolder(entry);
        } else {
          Files.deleteIfExists(entry);
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.debug("{} cannot be deleted now: {}", folder, e.getMessage());
    }
  }
}
