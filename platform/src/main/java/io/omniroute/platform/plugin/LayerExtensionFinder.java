package io.omniroute.platform.plugin;

import io.omniroute.api.Extension;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.scoring.Scorer;
import io.omniroute.api.translate.Translator;
import io.omniroute.platform.plugin.declarative.DeclarativeProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pf4j.ExtensionDescriptor;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.ExtensionWrapper;

/**
 * Finds extensions by {@code provides … with …} in the plugin's own module layer, and makes those
 * of declarative plugins. Runs plugin code as soon as a wrapper is asked for its extension.
 */
final class LayerExtensionFinder implements ExtensionFinder {

  /** Every kind of extension. The module descriptor has the same list behind {@code uses}. */
  static final List<Class<? extends Extension>> KINDS =
      List.of(Provider.class, Translator.class, RoutingStrategy.class, Scorer.class);

  private final Map<String, Generation> generations;

  /**
   * A finder in generations that may still change.
   *
   * @param generations the loaded generations by plugin id
   */
  LayerExtensionFinder(Map<String, Generation> generations) {
    this.generations = generations;
  }

  @Override
  public <T> List<ExtensionWrapper<T>> find(Class<T> type) {
    return generations.values().stream().flatMap(it -> find(type, it)).toList();
  }

  @Override
  public <T> List<ExtensionWrapper<T>> find(Class<T> type, String pluginId) {
    Generation generation = generations.get(pluginId);
    return generation == null ? List.of() : find(type, generation).toList();
  }

  @Override
  @SuppressWarnings("rawtypes")
  public List<ExtensionWrapper> find(String pluginId) {
    List<ExtensionWrapper> all = new ArrayList<>();
    KINDS.forEach(kind -> all.addAll(find(kind, pluginId)));
    return all;
  }

  @Override
  public Set<String> findClassNames(String pluginId) {
    return find(pluginId).stream()
        .map(it -> it.getDescriptor().extensionClass.getName())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The extensions of one plugin, made now. */
  List<Extension> make(String pluginId) {
    return KINDS.stream()
        .map(kind -> find(kind, pluginId))
        .flatMap(Collection::stream)
        .map(ExtensionWrapper::getExtension)
        .map(Extension.class::cast)
        .toList();
  }

  private static <T> Stream<ExtensionWrapper<T>> find(Class<T> type, Generation generation) {
    ModuleLayer layer = generation.layer();
    if (layer != null) {
      // The boot layer's providers are found as well: only the plugin's own count.
      return ServiceLoader.load(layer, type).stream()
          .filter(found -> found.type().getModule().getLayer() == layer)
          .map(found -> wrapper(found.type(), new OneProvider(found)));
    }
    return type == Provider.class && generation.file().provider() != null
        ? Stream.of(wrapper(DeclarativeProvider.class, new Declared(generation.file())))
        : Stream.empty();
  }

  private static <T> ExtensionWrapper<T> wrapper(Class<?> type, ExtensionFactory factory) {
    return new ExtensionWrapper<>(new ExtensionDescriptor(0, type), factory);
  }

  /** Makes the extension of one service entry, whatever class is asked for. */
  private record OneProvider(ServiceLoader.Provider<?> provider) implements ExtensionFactory {

    @Override
    @SuppressWarnings("unchecked")
    public <T> T create(Class<T> extensionClass) {
      return (T) provider.get();
    }
  }

  /** Makes the provider that a file describes. */
  private record Declared(PluginFile file) implements ExtensionFactory {

    @Override
    @SuppressWarnings("unchecked")
    public <T> T create(Class<T> extensionClass) {
      if (file.provider() == null) {
        throw new IllegalStateException(file.fileName() + " describes no provider");
      }
      return (T) new DeclarativeProvider(file.provider().descriptor());
    }
  }
}
