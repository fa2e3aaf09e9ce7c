package io.omniroute.platform.plugin;

import io.omniroute.platform.store.PluginState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginDependency;

/**
 * Which file is to be tried first of each plugin, and which plugin comes first. Both follow from
 * the files and what is remembered alone, never from the order in which a folder is listed.
 */
final class Candidates {

  private final Map<String, List<PluginFile>> byId = new LinkedHashMap<>();

  /**
   * Sorts files.
   *
   * <p>Of one plugin: the pinned version, then the newest, then by file name. Of plugins: whoever
   * was here first, so that a stranger's file cannot take over a name; jars before bare
   * descriptors; then by id. A plugin that others depend on comes before them.
   */
  Candidates(Collection<PluginFile> files, PluginRecords records) {
    Map<String, List<PluginFile>> found = new HashMap<>();
    files.forEach(it -> found.computeIfAbsent(it.id(), id -> new ArrayList<>()).add(it));
    found.forEach((id, list) -> list.sort(bestFirst(records.of(id))));
    List<PluginFile> heads =
        found.values().stream().map(List::getFirst).sorted(firstComeFirst(records)).toList();
    Set<String> order = new LinkedHashSet<>();
    heads.forEach(head -> place(head, found, order, new LinkedHashSet<>()));
    order.forEach(id -> byId.put(id, List.copyOf(found.get(id))));
  }

  /** The ids in the order in which they are to be loaded. */
  Set<String> ids() {
    return byId.keySet();
  }

  /** The files of a plugin, the best one first. */
  List<PluginFile> of(String id) {
    return byId.getOrDefault(id, List.of());
  }

  private static void place(
      PluginFile file, Map<String, List<PluginFile>> found, Set<String> order, Set<String> above) {
    if (order.contains(file.id()) || !above.add(file.id())) {
      return;
    }
    for (PluginDependency dependency : file.descriptor().getDependencies()) {
      List<PluginFile> needed = found.get(dependency.getPluginId());
      if (needed != null) {
        place(needed.getFirst(), found, order, above);
      }
    }
    order.add(file.id());
  }

  private static Comparator<PluginFile> bestFirst(@Nullable PluginState state) {
    String pinned = state == null ? null : state.pinnedVersion();
    return Comparator.comparing((PluginFile file) -> !Objects.equals(file.version(), pinned))
        .thenComparing(
            PluginFile::version, (a, b) -> DescriptorCheck.VERSIONS.compareVersions(b, a))
        .thenComparing(PluginFile::fileName);
  }

  private static Comparator<PluginFile> firstComeFirst(PluginRecords records) {
    return Comparator.comparing((PluginFile file) -> installedAt(records.of(file.id())))
        .thenComparing(file -> !PluginFileReader.isJar(file.fileName()))
        .thenComparing(PluginFile::id);
  }

  private static Instant installedAt(@Nullable PluginState state) {
    return state == null ? Instant.MAX : state.installedAt();
  }
}
