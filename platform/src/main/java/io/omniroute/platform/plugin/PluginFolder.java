package io.omniroute.platform.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins folder. A file counts only when it has been left alone for a moment, and a jar only
 * when it has its end, so that nothing half-copied is loaded. Not thread-safe.
 */
final class PluginFolder {

  private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

  /** How long a file must have been left alone. */
  private static final Duration QUIET = Duration.ofMillis(200);

  /** How long a jar may lack its end, or a file be gone, before that counts. */
  private static final Duration PATIENCE = Duration.ofMillis(900);

  private final Path directory;
  private final PluginFileReader reader;
  private final long maximumSize;
  private final Map<String, FolderEntry> entries = new TreeMap<>();
  private final Map<String, Mark> taken = new HashMap<>();
  private final Map<String, Sighting> waiting = new HashMap<>();
  private boolean readable = true;

  PluginFolder(Path directory, PluginFileReader reader, long maximumSize) {
    this.directory = directory;
    this.reader = reader;
    this.maximumSize = maximumSize;
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return directory;
  }

  /** Every file that counts, by name. */
  List<FolderEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** Whether some file is not settled yet: look again in a moment. */
  boolean pending() {
    return !waiting.isEmpty();
  }

  /**
   * Looks at the folder.
   *
   * @param atOnce take every file as it is, without waiting until it is left alone
   * @return whether any entry has changed
   */
  boolean look(boolean atOnce) {
    Map<String, Mark> seen = list();
    long now = System.nanoTime();
    boolean changed = false;
    for (Map.Entry<String, Mark> file : seen.entrySet()) {
      changed |= consider(file.getKey(), file.getValue(), now, atOnce);
    }
    Set<String> gone = new HashSet<>(taken.keySet());
    gone.addAll(waiting.keySet());
    gone.removeAll(seen.keySet());
    for (String name : gone) {
      changed |= considerGone(name, now, atOnce);
    }
    return changed;
  }

  private boolean consider(String name, Mark mark, long now, boolean atOnce) {
    if (mark.equals(taken.get(name))) {
      waiting.remove(name);
      return false;
    }
    Sighting sighting = waiting.get(name);
    if (sighting == null || !mark.equals(sighting.mark())) {
      sighting = new Sighting(mark, now);
      waiting.put(name, sighting);
    }
    if (!atOnce && !sighting.isOlderThan(QUIET, now)) {
      return false;
    }
    Content content = content(name, mark);
    boolean whole = content.bytes() == null || isWhole(name, content.bytes());
    if (!atOnce && !whole && !sighting.isOlderThan(PATIENCE, now)) {
      return false;
    }
    waiting.remove(name);
    taken.put(name, mark);
    put(entry(name, mark, content));
    return true;
  }

  private boolean considerGone(String name, long now, boolean atOnce) {
    Sighting sighting = waiting.get(name);
    if (sighting == null || sighting.mark() != null) {
      sighting = new Sighting(null, now);
      waiting.put(name, sighting);
    }
    if (!atOnce && !sighting.isOlderThan(PATIENCE, now)) {
      return false;
    }
    waiting.remove(name);
    taken.remove(name);
    FolderEntry removed = entries.remove(name);
    release(removed);
    return removed != null;
  }

  private void put(FolderEntry entry) {
    release(entries.put(entry.fileName(), entry));
  }

  private static void release(@Nullable FolderEntry entry) {
    if (entry != null && entry.file() != null) {
      entry.file().release();
    }
  }

  private FolderEntry entry(String name, Mark mark, Content content) {
    byte[] bytes = content.bytes();
    FolderEntry before = entries.get(name);
    String id = before == null ? name : before.id();
    if (bytes == null) {
      return new FolderEntry(name, id, "", mark.size(), null, content.problem());
    }
    try {
      return FolderEntry.readable(reader.read(name, bytes));
    } catch (PluginRefusedException e) {
      String sha256 = PluginFileReader.sha256(bytes);
      String known = e.pluginId().orElse(id);
      LOG.warn("plugin file {} cannot be used: {}", name, e.reason());
      return new FolderEntry(name, known, sha256, bytes.length, null, e.reason());
    }
  }

  private Content content(String name, Mark mark) {
    if (mark.size() > maximumSize) {
      return new Content(null, "is larger than " + maximumSize / (1024 * 1024) + " MB");
    }
    try {
      return new Content(Files.readAllBytes(directory.resolve(name)), "");
    } catch (IOException e) {
      return new Content(null, "cannot be read: " + e.getMessage());
    }
  }

  private static boolean isWhole(String name, byte[] bytes) {
    return PluginFileReader.isJar(name) ? ZipEnd.isPresent(bytes) : bytes.length > 0;
  }

  private Map<String, Mark> list() {
    Map<String, Mark> seen = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (PluginFileReader.isPluginFile(name)) {
          Mark mark = mark(file);
          if (mark != null) {
            seen.put(name, mark);
          }
        }
      }
      readable = true;
      return seen;
    } catch (IOException | UncheckedIOException e) {
      // A folder that cannot be read is no reason to stop what runs.
      if (readable) {
        LOG.warn("the plugins folder {} cannot be read: {}", directory, e.getMessage());
      }
      readable = false;
      return Map.copyOf(taken);
    }
  }

  private static @Nullable Mark mark(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? new Mark(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey())
          : null;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** What changes when a file does. */
  private record Mark(long size, FileTime modified, @Nullable Object key) {}

  /** Since when a file has looked the way it does; without a mark it is gone. */
  private record Sighting(@Nullable Mark mark, long since) {

    boolean isOlderThan(Duration time, long now) {
      return now - since >= time.toNanos();
    }
  }

  private record Content(byte @Nullable [] bytes, String problem) {}
}
