package io.omniroute.platform.plugin;

import io.omniroute.api.ApiVersion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pf4j.AbstractPluginManager;
import org.pf4j.BasePluginRepository;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginStateEvent;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.VersionManager;

/**
 * PF4J with module layers: it keeps descriptors, states and events, while loader, extension finder
 * and factories are ours. In place of unloading and then loading, a plugin is replaced in one step
 * that leaves the old generation as it was when the new one fails. Not thread-safe.
 */
final class LayeredPluginManager extends AbstractPluginManager {

  private final PlatformModules modules;
  private final HostServices services;

  /** The generation of every loaded plugin; set before PF4J's constructor asks for the finder. */
  private final Map<String, Generation> generations;

  private @Nullable PluginFile loading;
  private long lastNumber;

  LayeredPluginManager(
      PlatformModules modules, PluginHostOptions options, PluginSettings settings) {
    this.modules = modules;
    services = new HostServices(options.http(), settings, options.startTimeout());
    generations = new HashMap<>();
    super(options.directory());
    setSystemVersion(ApiVersion.CURRENT);
  }

  /** The generation that is loaded of a plugin. */
  Optional<Generation> generation(String pluginId) {
    return Optional.ofNullable(generations.get(pluginId));
  }

  /**
   * Loads and starts a file in place of what is loaded under its id, which is not stopped.
   *
   * @throws PluginRefusedException when it cannot be used; then nothing has changed
   */
  Generation replace(PluginFile file) throws PluginRefusedException {
    PluginWrapper before = plugins.get(file.id());
    Generation previous = generations.get(file.id());
    detach(before);
    loading = file;
    try {
      PluginWrapper wrapper = loadPluginFromPath(Path.of(file.fileName()));
      unresolvedPlugins.remove(wrapper);
      resolvedPlugins.add(wrapper);
      move(wrapper, PluginState.RESOLVED);
      if (!startPlugin(file.id()).isStarted()) {
        throw PluginRefusedException.because(wrapper.getFailedException());
      }
      if (before != null) {
        move(before, PluginState.UNLOADED);
      }
      return loaded(file.id());
    } catch (PluginRuntimeException e) {
      restore(file.id(), before, previous);
      throw PluginRefusedException.because(e);
    } catch (PluginRefusedException e) {
      restore(file.id(), before, previous);
      throw e;
    } finally {
      loading = null;
    }
  }

  /** Forgets a plugin, which is not stopped. */
  void forget(String pluginId) {
    PluginWrapper wrapper = plugins.get(pluginId);
    if (wrapper != null) {
      detach(wrapper);
      generations.remove(pluginId);
      move(wrapper, PluginState.UNLOADED);
    }
  }

  /** Starts without the base class's stack traces: one readable reason is enough. */
  @Override
  public PluginState startPlugin(String pluginId) {
    PluginWrapper wrapper = getPlugin(pluginId);
    try {
      wrapper.getPlugin().start();
      startedPlugins.add(wrapper);
      move(wrapper, PluginState.STARTED);
    } catch (PluginRuntimeException e) {
      wrapper.setFailedException(e);
      move(wrapper, PluginState.FAILED);
    }
    return wrapper.getPluginState();
  }

  private void restore(
      String pluginId, @Nullable PluginWrapper before, @Nullable Generation previous) {
    detach(plugins.get(pluginId));
    generations.remove(pluginId);
    if (before != null && previous != null) {
      plugins.put(pluginId, before);
      pluginClassLoaders.put(pluginId, before.getPluginClassLoader());
      resolvedPlugins.add(before);
      startedPlugins.add(before);
      generations.put(pluginId, previous);
    }
  }

  private void detach(@Nullable PluginWrapper wrapper) {
    if (wrapper != null) {
      plugins.remove(wrapper.getPluginId());
      pluginClassLoaders.remove(wrapper.getPluginId());
      unresolvedPlugins.remove(wrapper);
      resolvedPlugins.remove(wrapper);
      startedPlugins.remove(wrapper);
    }
  }

  private void move(PluginWrapper wrapper, PluginState state) {
    PluginState before = wrapper.getPluginState();
    wrapper.setPluginState(state);
    firePluginStateEvent(new PluginStateEvent(this, wrapper, before));
  }

  private ClassLoader define() {
    PluginFile file = loading();
    try {
      ModuleLayer layer = file.code() == null ? null : modules.define(file.code());
      Generation generation = new Generation(file, ++lastNumber, layer);
      generations.put(file.id(), generation);
      return generation.loader();
    } catch (PluginRefusedException e) {
      throw new PluginRuntimeException(e.reason());
    }
  }

  private Generation loaded(String pluginId) {
    return generation(pluginId)
        .orElseThrow(() -> new IllegalStateException("plugin '" + pluginId + "' is not loaded"));
  }

  private PluginFile loading() {
    if (loading == null) {
      throw new IllegalStateException("plugins are loaded by replace() only");
    }
    return loading;
  }

  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    return new PluginDescriptorFinder() {
      @Override
      public boolean isApplicable(Path path) {
        return true;
      }

      @Override
      public PluginDescriptor find(Path path) {
        return loading().descriptor();
      }
    };
  }

  @Override
  protected PluginLoader createPluginLoader() {
    return new PluginLoader() {
      @Override
      public boolean isApplicable(Path path) {
        return true;
      }

      @Override
      public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
        return define();
      }
    };
  }

  @Override
  protected ExtensionFinder createExtensionFinder() {
    return new LayerExtensionFinder(generations);
  }

  @Override
  protected PluginFactory createPluginFactory() {
    return wrapper -> new LayeredPlugin(wrapper.getPluginId());
  }

  /** Extensions come with a factory of their own; this one is for classes of the host. */
  @Override
  protected ExtensionFactory createExtensionFactory() {
    return new DefaultExtensionFactory();
  }

  @Override
  protected PluginRepository createPluginRepository() {
    return new BasePluginRepository(getPluginsRoots());
  }

  @Override
  protected VersionManager createVersionManager() {
    return DescriptorCheck.VERSIONS;
  }

  /** What a person switched off is never given to this manager. */
  @Override
  protected PluginStatusProvider createPluginStatusProvider() {
    return new PluginStatusProvider() {
      @Override
      public boolean isPluginDisabled(String pluginId) {
        return false;
      }

      @Override
      public void disablePlugin(String pluginId) {}

      @Override
      public void enablePlugin(String pluginId) {}
    };
  }

  /** Checked when the file was read. */
  @Override
  protected boolean isPluginValid(PluginWrapper wrapper) {
    return true;
  }

  /** The life of one plugin, in PF4J's terms. It ends with the last request, not with a call. */
  private final class LayeredPlugin extends Plugin {

    private final String pluginId;

    LayeredPlugin(String pluginId) {
      this.pluginId = pluginId;
    }

    @Override
    public void start() {
      LayerExtensionFinder finder = (LayerExtensionFinder) extensionFinder;
      try {
        loaded(pluginId).start(() -> finder.make(pluginId), services);
      } catch (PluginRefusedException e) {
        throw new PluginRuntimeException(e.reason());
      }
    }
  }
}
