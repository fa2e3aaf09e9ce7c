package io.omniroute.platform.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginDependency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what runs equal to what the folder holds and what people have switched on. Every step can
 * be repeated: what is right already is left alone. Not thread-safe.
 */
final class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private final LayeredPluginManager manager;
  private final PluginRecords records;
  private final RegistryPublisher publisher;
  private final Consumer<Generation> stop;

  /** Why a file failed, so that it is not tried again before something changes. */
  private final Map<FileKey, String> failures = new HashMap<>();

  /** Who has what a file provides as well; looked at again when the winner goes. */
  private final Map<FileKey, Conflict> conflicts = new HashMap<>();

  /** What files need that does not run; found anew each time. */
  private final Map<FileKey, String> unmet = new HashMap<>();

  private Set<Generation> published = Set.of();

  /**
   * A reconciler.
   *
   * @param stop stops a generation that never served anybody
   */
  Reconciler(
      LayeredPluginManager manager,
      PluginRecords records,
      RegistryPublisher publisher,
      Consumer<Generation> stop) {
    this.manager = manager;
    this.records = records;
    this.publisher = publisher;
    this.stop = stop;
  }

  /** Does it, and says what became of each file. */
  List<PluginFacts> apply(List<FolderEntry> entries) {
    List<PluginFile> files =
        entries.stream().map(FolderEntry::file).filter(Objects::nonNull).toList();
    records.refresh(files);
    forgetOldFailures(files);
    Candidates candidates = new Candidates(files, records);
    Set<String> wanted = wanted(entries, candidates);
    loaded().stream()
        .map(it -> it.file().id())
        .filter(id -> !wanted.contains(id))
        .forEach(manager::forget);
    for (String id : candidates.ids()) {
      if (wanted.contains(id)) {
        settle(id, candidates.of(id));
      }
    }
    publish(candidates);
    return new FactsBuilder(this, records, candidates).build(entries);
  }

  /** Lets files of a plugin be tried again. */
  void retry(String pluginId) {
    failures.keySet().removeIf(key -> key.pluginId().equals(pluginId));
    conflicts.keySet().removeIf(key -> key.pluginId().equals(pluginId));
  }

  /** Forgets everything that is loaded; what it served last goes on until its leases end. */
  void clear() {
    loaded().forEach(it -> manager.forget(it.file().id()));
    published = Set.of();
    publisher.publish(PluginRegistry.EMPTY, Set.of());
  }

  Optional<Generation> generation(String pluginId) {
    return manager.generation(pluginId);
  }

  List<Generation> loaded() {
    return manager.getPlugins().stream()
        .map(wrapper -> manager.generation(wrapper.getPluginId()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Why a file is not in use, where that is its own fault. */
  Optional<String> failure(PluginFile file) {
    FileKey key = FileKey.of(file);
    return Optional.ofNullable(conflicts.get(key))
        .map(Conflict::reason)
        .or(() -> Optional.ofNullable(unmet.get(key)))
        .or(() -> Optional.ofNullable(failures.get(key)));
  }

  /** The plugins that may run: a file of them is there, be it broken, and nobody forbids it. */
  private Set<String> wanted(List<FolderEntry> entries, Candidates candidates) {
    Set<String> wanted = new HashSet<>(candidates.ids());
    entries.forEach(entry -> wanted.add(entry.id()));
    wanted.removeIf(id -> !records.enabled(id));
    return wanted;
  }

  private void settle(String id, List<PluginFile> files) {
    Generation current = manager.generation(id).orElse(null);
    for (PluginFile file : files) {
      Optional<String> obstacle = missingDependency(file);
      boolean running = current != null && current.file().isSameAs(file);
      if (obstacle.isPresent()) {
        note(unmet, file, obstacle.get());
        if (running) {
          manager.forget(id);
        }
      } else if (running || (!isKnownToFail(file) && load(file, current))) {
        return;
      }
    }
  }

  private boolean load(PluginFile file, @Nullable Generation current) {
    long start = System.nanoTime();
    try {
      Generation loaded = manager.replace(file);
      records.used(file, current == null ? null : current.file());
      LOG.info(
          "{} loaded in {} ms: {}",
          file.label(),
          (System.nanoTime() - start) / 1_000_000,
          loaded.provisions().words());
      return true;
    } catch (PluginRefusedException e) {
      note(failures, file, e.reason());
      return false;
    }
  }

  private static void note(Map<FileKey, String> reasons, PluginFile file, String reason) {
    if (!reason.equals(reasons.put(FileKey.of(file), reason))) {
      LOG.warn("{} ({}) cannot be used: {}", file.label(), file.fileName(), reason);
    }
  }

  private boolean isKnownToFail(PluginFile file) {
    FileKey key = FileKey.of(file);
    Conflict conflict = conflicts.get(key);
    return failures.containsKey(key)
        || (conflict != null
            && loaded().stream().anyMatch(it -> it.origin().generation() == conflict.winner()));
  }

  private Optional<String> missingDependency(PluginFile file) {
    for (PluginDependency needed : file.descriptor().getDependencies()) {
      Optional<Generation> there = manager.generation(needed.getPluginId());
      boolean good =
          there
              .filter(
                  it ->
                      DescriptorCheck.VERSIONS.checkVersionConstraint(
                          it.file().version(), needed.getPluginVersionSupport()))
              .isPresent();
      if (!good && !needed.isOptional()) {
        return Optional.of(
            "needs plugin '%s' %s, which does not run"
                .formatted(needed.getPluginId(), needed.getPluginVersionSupport()));
      }
    }
    unmet.remove(FileKey.of(file));
    return Optional.empty();
  }

  /** Puts what is loaded in force; of two plugins that provide the same, the first one stays. */
  private void publish(Candidates candidates) {
    PluginRegistryBuilder builder = new PluginRegistryBuilder();
    Map<String, Generation> kept = new LinkedHashMap<>();
    for (Generation generation : inOrder(candidates)) {
      FileKey key = FileKey.of(generation.file());
      Optional<PluginRegistryBuilder.Clash> clash = builder.add(generation.provisions());
      if (clash.isEmpty()) {
        conflicts.remove(key);
        kept.put(generation.file().id(), generation);
        continue;
      }
      drop(generation, clash.get());
    }
    Set<Generation> now = Set.copyOf(kept.values());
    if (!now.equals(published)) {
      published = now;
      publisher.publish(builder.build(), now);
    }
  }

  private void drop(Generation loser, PluginRegistryBuilder.Clash clash) {
    PluginFile file = loser.file();
    manager.forget(file.id());
    Conflict conflict = new Conflict(clash.winner(), clash.reason());
    if (!conflict.equals(conflicts.put(FileKey.of(file), conflict))) {
      LOG.warn("{} ({}) cannot be used: {}", file.label(), file.fileName(), clash.reason());
    }
    if (!published.contains(loser)) {
      stop.accept(loser);
    }
  }

  /** By precedence; what runs without a readable file keeps its place at the front. */
  private List<Generation> inOrder(Candidates candidates) {
    List<Generation> order = new ArrayList<>();
    loaded().stream()
        .filter(it -> !candidates.ids().contains(it.file().id()))
        .sorted(Comparator.comparing(it -> it.file().id()))
        .forEach(order::add);
    candidates.ids().forEach(id -> manager.generation(id).ifPresent(order::add));
    return order;
  }

  private void forgetOldFailures(List<PluginFile> files) {
    Set<FileKey> there = new HashSet<>();
    files.forEach(file -> there.add(FileKey.of(file)));
    failures.keySet().retainAll(there);
    conflicts.keySet().retainAll(there);
    unmet.keySet().retainAll(there);
  }

  private record FileKey(String pluginId, String fileName, String sha256) {

    static FileKey of(PluginFile file) {
      return new FileKey(file.id(), file.fileName(), file.sha256());
    }
  }

  /** By the number of the generation, since the generation itself must be free to go. */
  private record Conflict(long winner, String reason) {}
}
