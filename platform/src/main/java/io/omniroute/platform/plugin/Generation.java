package io.omniroute.platform.plugin;

import io.omniroute.api.Extension;
import io.omniroute.api.config.Config;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One load of a plugin: its layer, its extensions and what belongs to them. It is started once and
 * stopped once; after that nothing of the host refers to the plugin's classes any more.
 */
final class Generation {

  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);

  private final PluginFile file;
  private final PluginOrigin origin;
  private final Instant loadedAt;
  private final ExecutorService executor;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile @Nullable ModuleLayer layer;
  private volatile List<Extension> extensions = List.of();
  private volatile Provisions provisions = Provisions.NONE;

  /**
   * A load of a file, not yet started.
   *
   * @param layer the plugin's layer, or null where it holds no code
   */
  Generation(PluginFile file, long number, @Nullable ModuleLayer layer) {
    this.file = file;
    this.layer = layer;
    origin = new PluginOrigin(file.id(), file.version(), number);
    loadedAt = Instant.now();
    executor =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("plugin-" + file.id() + "-", 0).factory());
    if (file.code() != null) {
      file.code().staged().retain();
    }
  }

  PluginFile file() {
    return file;
  }

  PluginOrigin origin() {
    return origin;
  }

  Instant loadedAt() {
    return loadedAt;
  }

  Provisions provisions() {
    return provisions;
  }

  /** The plugin's class loader; the host's own where the plugin holds no code. */
  ClassLoader loader() {
    ModuleLayer own = layer;
    return own == null || file.code() == null
        ? Generation.class.getClassLoader()
        : own.findLoader(file.code().module().name());
  }

  @Nullable ModuleLayer layer() {
    return layer;
  }

  /**
   * Makes and starts the extensions and asks them what they are. Runs plugin code.
   *
   * @param found makes the extensions
   * @param host what the host gives them
   * @throws PluginRefusedException when that failed or took too long; the generation is stopped
   */
  void start(Supplier<List<Extension>> found, HostServices host) throws PluginRefusedException {
    HostContext context =
        new HostContext(
            origin.pluginId(),
            origin.version(),
            Config.EMPTY,
            host.http(),
            executor,
            new PluginLog(LoggerFactory.getLogger("plugin." + origin.pluginId())));
    try {
      provisions =
          PluginCall.run(
              "plugin-" + origin.pluginId() + "-start",
              loader(),
              host.startTimeout(),
              "start",
              () -> activate(found.get(), context, host.settings()));
    } catch (PluginRefusedException e) {
      stop();
      throw e;
    }
  }

  private Provisions activate(List<Extension> made, HostContext context, PluginSettings settings) {
    List<Extension> started = new ArrayList<>();
    for (Extension extension : made) {
      started.add(extension);
      extensions = List.copyOf(started);
      Config config = settings.of(origin.pluginId(), extension.pluginSettings());
      extension.start(context.with(config));
    }
    return Provisions.of(origin, made);
  }

  /**
   * Stops the extensions, ends their tasks and lets go of everything. Blocks for a few seconds at
   * the most. Only the first call does anything.
   *
   * @return what tells whether the code is still in memory; null where there was none
   */
  @Nullable WeakReference<ClassLoader> stop() {
    if (!stopped.compareAndSet(false, true)) {
      return null;
    }
    List<Extension> running = extensions;
    if (file.code() != null) {
      for (Extension extension : running.reversed()) {
        stop(extension);
      }
    }
    executor.shutdownNow();
    WeakReference<ClassLoader> remains = file.code() == null ? null : new WeakReference<>(loader());
    extensions = List.of();
    provisions = Provisions.NONE;
    layer = null;
    file.release();
    return remains;
  }

  private void stop(Extension extension) {
    try {
      PluginCall.run(
          "plugin-" + origin.pluginId() + "-stop",
          loader(),
          STOP_DEADLINE,
          "stop",
          () -> {
            extension.stop();
            return true;
          });
    } catch (PluginRefusedException e) {
      LOG.warn("{} did not stop well: {}", file.label(), e.reason());
    }
  }
}
