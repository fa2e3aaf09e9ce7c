package io.omniroute.platform.plugin;

import io.omniroute.platform.plugin.PluginFacts.State;
import io.omniroute.platform.plugin.declarative.ProviderFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down what became of every file. */
final class FactsBuilder {

  private final Reconciler reconciler;
  private final PluginRecords records;
  private final Candidates candidates;

  FactsBuilder(Reconciler reconciler, PluginRecords records, Candidates candidates) {
    this.reconciler = reconciler;
    this.records = records;
    this.candidates = candidates;
  }

  List<PluginFacts> build(List<FolderEntry> entries) {
    List<PluginFacts> facts = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (Generation survivor : survivors(entries)) {
      facts.add(survivor(survivor, entries));
      told.add(survivor.file().fileName());
    }
    entries.stream()
        .filter(entry -> !told.contains(entry.fileName()))
        .map(this::entry)
        .forEach(facts::add);
    facts.sort(Comparator.comparing(PluginFacts::id).thenComparing(PluginFacts::state));
    return List.copyOf(facts);
  }

  /** The facts of a generation that ends with its last request. */
  static PluginFacts draining(Generation generation) {
    return of(
        generation.file(), generation, State.DRAINING, "serves the requests that began on it");
  }

  /** What runs although its file has changed into something that cannot be used. */
  private List<Generation> survivors(List<FolderEntry> entries) {
    return reconciler.loaded().stream()
        .filter(
            loaded ->
                entries.stream()
                    .map(FolderEntry::file)
                    .filter(Objects::nonNull)
                    .noneMatch(file -> loaded.file().isSameAs(file)))
        .toList();
  }

  private PluginFacts survivor(Generation generation, List<FolderEntry> entries) {
    String id = generation.file().id();
    String why =
        entries.stream()
            .filter(entry -> entry.id().equals(id))
            .map(
                entry ->
                    entry.file() == null
                        ? entry.reason()
                        : reconciler.failure(entry.file()).orElse(""))
            .filter(reason -> !reason.isEmpty())
            .findFirst()
            .orElse("is gone");
    return of(
        generation.file(),
        generation,
        State.ACTIVE,
        "version %s keeps running, but its new file cannot be used: %s"
            .formatted(generation.file().version(), why));
  }

  private PluginFacts entry(FolderEntry entry) {
    PluginFile file = entry.file();
    if (file == null) {
      State state = records.enabled(entry.id()) ? State.FAILED : State.DISABLED;
      return broken(entry, state);
    }
    Optional<Generation> running =
        reconciler.generation(file.id()).filter(it -> it.file().isSameAs(file));
    if (running.isPresent()) {
      return of(file, running.get(), State.ACTIVE, note(running.get()));
    }
    if (!records.enabled(file.id())) {
      return of(file, null, State.DISABLED, "is switched off");
    }
    return reconciler
        .failure(file)
        .map(reason -> of(file, null, State.FAILED, reason))
        .orElseGet(() -> superseded(file));
  }

  private PluginFacts superseded(PluginFile file) {
    Optional<PluginFile> used = reconciler.generation(file.id()).map(Generation::file);
    String other = used.orElseGet(() -> candidates.of(file.id()).getFirst()).fileName();
    boolean twin = used.filter(it -> it.version().equals(file.version())).isPresent();
    return twin
        ? of(
            file,
            null,
            State.FAILED,
            "has the same id and version as %s, which is used: remove one of the two"
                .formatted(other))
        : of(
            file,
            null,
            State.REPLACED,
            "version %s in %s is used instead"
                .formatted(used.map(PluginFile::version).orElse("?"), other));
  }

  /** What is worth knowing of a plugin that runs well. */
  private String note(Generation generation) {
    return generation.provisions().providers().stream()
        .map(it -> it.descriptor().deprecated())
        .filter(Objects::nonNull)
        .findFirst()
        .map(reason -> "is deprecated: " + reason)
        .orElse("");
  }

  private static PluginFacts of(
      PluginFile file, @Nullable Generation generation, State state, String reason) {
    String author = file.descriptor().getProvider();
    return new PluginFacts(
        file.id(),
        file.version(),
        name(file, generation),
        generation == null ? expected(file) : generation.provisions().list(),
        file.descriptor().getPluginDescription(),
        author == null ? "" : author,
        file.descriptor().getRequires(),
        state,
        reason,
        file.declarative(),
        file.fileName(),
        file.sha256(),
        file.size(),
        hosts(file, generation),
        file.code() == null ? null : file.code().module().name(),
        generation == null ? null : generation.loadedAt(),
        generation == null ? 0 : generation.origin().generation(),
        false);
  }

  private static String name(PluginFile file, @Nullable Generation generation) {
    if (file.provider() != null) {
      return file.provider().descriptor().name();
    }
    Provisions provisions = generation == null ? Provisions.NONE : generation.provisions();
    return provisions.providers().stream()
        .map(it -> it.descriptor().name())
        .findFirst()
        .orElse(file.id());
  }

  private static List<Provided> expected(PluginFile file) {
    return file.provider() == null
        ? List.of()
        : List.of(new Provided(PluginKind.PROVIDER, file.provider().descriptor().id()));
  }

  private static List<String> hosts(PluginFile file, @Nullable Generation generation) {
    return generation == null
        ? file.hosts()
        : generation.provisions().providers().stream()
            .flatMap(it -> ProviderFile.hosts(it.descriptor()).stream())
            .distinct()
            .toList();
  }

  private static PluginFacts broken(FolderEntry entry, State state) {
    return new PluginFacts(
        entry.id(),
        "",
        entry.id(),
        List.of(),
        "",
        "",
        "",
        state,
        entry.reason(),
        PluginFileReader.isBareDescriptor(entry.fileName()),
        entry.fileName(),
        entry.sha256(),
        entry.size(),
        List.of(),
        null,
        null,
        0,
        false);
  }
}
