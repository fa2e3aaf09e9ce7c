package io.omniroute.platform.plugin;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.store.PluginStateRepository;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.ref.WeakReference;
import java.net.URLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds, loads, watches and unloads plugins. Thread-safe; changing methods block until the change
 * has taken effect, and one waits for another.
 */
public final class PluginHost implements Plugins, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);

  /** How long {@link #rescan} waits for files that somebody still writes. */
  private static final Duration RESCAN_PATIENCE = Duration.ofSeconds(3);

  private final ReentrantLock lock = new ReentrantLock();
  private final StagingArea staging;
  private final PluginFileReader reader;
  private final PluginFolder folder;
  private final Uploads uploads;
  private final PluginRecords records;
  private final Reconciler reconciler;
  private final RegistryPublisher publisher;
  private final LeakWatch leaks;
  private final HostTimer timer = new HostTimer();
  private final List<PluginListener> listeners = new CopyOnWriteArrayList<>();
  private volatile List<PluginFacts> facts = List.of();
  private @Nullable FolderWatch watch;
  private boolean closed;

  private PluginHost(PluginHostOptions options, PluginStateRepository states) {
    PlatformModules modules = new PlatformModules();
    staging = new StagingArea(options.dataDirectory());
    reader = new PluginFileReader(staging, modules);
    folder = new PluginFolder(options.directory(), reader, options.maximumFileSize());
    uploads = new Uploads(options.directory());
    records = new PluginRecords(states);
    leaks = new LeakWatch(timer, options.leakTimeout());
    publisher =
        new RegistryPublisher(
            Thread::startVirtualThread, timer, options.drainTimeout(), this::stopUnused);
    reconciler =
        new Reconciler(
            new LayeredPluginManager(
                modules, options, new PluginSettings(System.getenv(), records::settings)),
            records,
            publisher,
            this::stopUnused);
  }

  /**
   * Loads everything in the plugins folder and watches it from then on. A plugin that cannot be
   * used is listed with its reason and harms nothing else.
   *
   * @throws java.io.UncheckedIOException when the folders cannot be made
   */
  public static PluginHost start(PluginHostOptions options, PluginStateRepository states) {
    // Resources of a plugin are read by jar: addresses; their cache would keep its jar open.
    URLConnection.setDefaultUseCaches("jar", false);
    PluginHost host = new PluginHost(options, states);
    host.locked(
        () -> {
          host.folder.look(true);
          host.reconcile();
        });
    host.watch = new FolderWatch(options.directory(), options.pollInterval(), host::lookAround);
    return host;
  }

  @Override
  public PluginRegistry snapshot() {
    return publisher.registry();
  }

  @Override
  public PluginLease acquire() {
    return publisher.acquire();
  }

  @Override
  public Subscription onChange(PluginListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Every plugin file and every generation that still runs, by id. */
  public List<PluginFacts> plugins() {
    Set<String> leaking =
        leaks.leaking().stream().map(PluginOrigin::pluginId).collect(Collectors.toSet());
    Stream<PluginFacts> draining = publisher.draining().stream().map(FactsBuilder::draining);
    List<PluginFacts> current = facts;
    Set<String> present = new HashSet<>();
    current.forEach(it -> present.add(it.id()));
    Stream<PluginFacts> ghosts =
        leaks.leaking().stream()
            .filter(it -> !present.contains(it.pluginId()))
            .map(PluginFacts::ghost);
    return Stream.of(current.stream(), draining, ghosts)
        .flatMap(it -> it)
        .map(it -> leaking.contains(it.id()) ? it.asLeaking() : it)
        .sorted(Comparator.comparing(PluginFacts::id).thenComparing(PluginFacts::state))
        .toList();
  }

  /**
   * Lets a plugin run, and tries again where it failed.
   *
   * @return what became of it
   * @throws GatewayException {@code NOT_FOUND} where there is no such plugin
   * @throws io.omniroute.platform.store.StoreException when that cannot be stored
   */
  public PluginFacts enable(String id) {
    return switchTo(id, true);
  }

  /**
   * Switches a plugin off; running requests end on it.
   *
   * @throws GatewayException {@code NOT_FOUND} where there is no such plugin
   * @throws io.omniroute.platform.store.StoreException when that cannot be stored
   */
  public PluginFacts disable(String id) {
    return switchTo(id, false);
  }

  private PluginFacts switchTo(String id, boolean enabled) {
    lock.lock();
    try {
      required(id);
      records.switchTo(id, enabled);
      reconciler.retry(id);
      reconcile();
      return required(id);
    } finally {
      lock.unlock();
    }
  }

  /** What could not be done any more without a plugin, one sentence each; empty for nothing. */
  public List<String> lostWithout(String id) {
    try (PluginLease lease = acquire()) {
      return new LossForecast(lease.registry(), id).sentences();
    }
  }

  /**
   * Finds out what a file is, without running or keeping any of it.
   *
   * @throws GatewayException {@code INVALID_REQUEST} when no plugin file can have that name
   */
  public Inspection inspect(String fileName, byte[] bytes) {
    String name = Uploads.safeName(fileName);
    try {
      PluginFile file = reader.read(name, bytes);
      file.release();
      return inspection(file);
    } catch (PluginRefusedException e) {
      return Inspection.refused(
          name,
          e.pluginId().orElse(name),
          PluginFileReader.sha256(bytes),
          bytes.length,
          e.reason());
    }
  }

  private Inspection inspection(PluginFile file) {
    List<String> modules =
        file.code() == null
            ? List.of()
            : file.code().module().requires().stream().map(Requires::name).sorted().toList();
    String author = file.descriptor().getProvider();
    return new Inspection(
        file.fileName(),
        file.id(),
        file.version(),
        file.descriptor().getPluginDescription(),
        author == null ? "" : author,
        file.descriptor().getRequires(),
        file.kinds(),
        file.declarative(),
        file.code() == null ? null : file.code().module().name(),
        modules,
        file.code() == null ? List.of() : file.code().libraries(),
        file.hosts(),
        file.sha256(),
        file.size(),
        find(file.id()).map(PluginFacts::version).orElse(null),
        List.of());
  }

  /**
   * Puts a file into the plugins folder and loads it. It replaces other files of the same plugin.
   *
   * @return what became of it
   * @throws GatewayException {@code INVALID_REQUEST} where it cannot be used: then nothing was
   *     changed; {@code CONFLICT} where a file of another plugin has that name
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  public PluginFacts install(String fileName, byte[] bytes) {
    Inspection inspection = inspect(fileName, bytes);
    if (!inspection.usable()) {
      throw refused(inspection.fileName(), inspection.problems().getFirst());
    }
    lock.lock();
    try {
      List<String> others = new ArrayList<>();
      for (PluginFacts other : facts) {
        if (other.id().equals(inspection.id())) {
          others.add(other.fileName());
        } else if (other.fileName().equals(inspection.fileName())) {
          throw new GatewayException(
              ErrorCode.CONFLICT,
              "the file " + other.fileName() + " holds another plugin: '" + other.id() + "'");
        }
      }
      return install(inspection, uploads.replace(inspection.fileName(), bytes, others));
    } finally {
      lock.unlock();
    }
  }

  private PluginFacts install(Inspection inspection, Uploads.Step step) {
    reconciler.retry(inspection.id());
    folder.look(true);
    reconcile();
    PluginFacts result =
        facts.stream()
            .filter(it -> it.fileName().equals(inspection.fileName()))
            .filter(it -> it.id().equals(inspection.id()))
            .findFirst()
            .orElseThrow(() -> refused(inspection.fileName(), "has gone"));
    boolean inUse = result.sha256().equals(inspection.sha256());
    if (inUse && result.state() != PluginFacts.State.FAILED) {
      step.keep();
      return result;
    }
    step.undo();
    folder.look(true);
    reconcile();
    throw refused(inspection.fileName(), result.reason());
  }

  private static GatewayException refused(String fileName, String reason) {
    return new GatewayException(ErrorCode.INVALID_REQUEST, fileName + " cannot be used: " + reason);
  }

  /**
   * Deletes a plugin's files and forgets its settings; running requests end on it.
   *
   * @param id the plugin's id, or the name of one file
   * @throws GatewayException {@code NOT_FOUND} where there is no such plugin
   * @throws java.io.UncheckedIOException when it cannot be deleted
   */
  public void remove(String id) {
    locked(
        () -> {
          List<PluginFacts> files =
              facts.stream().filter(it -> it.id().equals(id) || it.fileName().equals(id)).toList();
          if (files.isEmpty()) {
            throw unknown(id);
          }
          files.forEach(it -> uploads.delete(it.fileName()));
          folder.look(true);
          reconcile();
          files.stream()
              .map(PluginFacts::id)
              .filter(it -> find(it).isEmpty())
              .distinct()
              .forEach(records::forget);
        });
  }

  /** Looks at the plugins folder now and returns when what changed has taken effect. */
  public void rescan() {
    long end = System.nanoTime() + RESCAN_PATIENCE.toNanos();
    while (lookAround() && System.nanoTime() < end) {
      try {
        Thread.sleep(Duration.ofMillis(50));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Stops every plugin; waits for it a few seconds at the most. */
  @Override
  public void close() {
    if (watch != null) {
      watch.close();
    }
    locked(
        () -> {
          closed = true;
          reconciler.clear();
          timer.close();
          publisher.draining().parallelStream().forEach(this::stopUnused);
          facts = List.of();
          staging.close();
        });
  }

  /** One look; true when something is not settled yet. */
  private boolean lookAround() {
    lock.lock();
    try {
      if (!closed && folder.look(false)) {
        reconcile();
      }
      return !closed && folder.pending();
    } finally {
      lock.unlock();
    }
  }

  private void reconcile() {
    PluginRegistry before = publisher.registry();
    List<PluginFacts> now = reconciler.apply(folder.entries());
    boolean changed = !now.equals(facts) || before != publisher.registry();
    facts = now;
    if (changed) {
      listeners.forEach(this::tell);
    }
  }

  /** A border: a listener's fault is no plugin's. */
  @SuppressWarnings("CatchingUnchecked")
  private void tell(PluginListener listener) {
    try {
      listener.changed(publisher.registry());
    } catch (Exception e) {
      LOG.error("a listener to plugin changes failed", e);
    }
  }

  private void stopUnused(Generation generation) {
    WeakReference<ClassLoader> remains = generation.stop();
    // Jackson keeps the types it has seen, and with them their class loaders.
    TypeFactory.defaultInstance().clearCache();
    if (remains != null) {
      leaks.watch(generation.origin(), remains);
    }
    LOG.info(
        "{} (generation {}) stopped", generation.file().label(), generation.origin().generation());
  }

  private PluginFacts required(String id) {
    return find(id).orElseThrow(() -> unknown(id));
  }

  private Optional<PluginFacts> find(String id) {
    return facts.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private static GatewayException unknown(String id) {
    return new GatewayException(ErrorCode.NOT_FOUND, "there is no plugin '" + id + "'");
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
