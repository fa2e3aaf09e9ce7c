package io.omniroute.platform.plugin;

import io.omniroute.api.provider.Provider;
import io.omniroute.api.routing.RoutingStrategy;
import io.omniroute.api.scoring.Scorer;
import io.omniroute.api.translate.Translator;
import io.omniroute.platform.plugin.declarative.ProviderFile;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginDescriptor;

/**
 * A plugin file as it was read, without running any of it. What is loaded is what was read: the
 * staged copy is made of the very bytes of which the digest was taken.
 *
 * @param fileName its name in the plugins folder
 * @param sha256 its digest in hexadecimal
 * @param size its length in bytes
 * @param descriptor what its manifest says
 * @param code its Java module, or null where it holds no code
 * @param provider the provider it describes, or null where it holds code
 */
record PluginFile(
    String fileName,
    String sha256,
    long size,
    PluginDescriptor descriptor,
    @Nullable Code code,
    @Nullable ProviderFile provider) {

  /** The services a plugin can provide, by the name of their interfaces. */
  private static final Map<String, PluginKind> KINDS =
      Map.of(
          Provider.class.getName(), PluginKind.PROVIDER,
          Translator.class.getName(), PluginKind.TRANSLATOR,
          RoutingStrategy.class.getName(), PluginKind.ROUTING,
          Scorer.class.getName(), PluginKind.SCORER);

  String id() {
    return descriptor.getPluginId();
  }

  String version() {
    return descriptor.getVersion();
  }

  String label() {
    return "plugin '" + id() + "' " + version();
  }

  boolean declarative() {
    return code == null;
  }

  List<PluginKind> kinds() {
    return code == null ? List.of(PluginKind.PROVIDER) : kinds(code.module()).toList();
  }

  List<String> hosts() {
    return provider == null ? List.of() : ProviderFile.hosts(provider.descriptor());
  }

  /** Gives the copies back that were made when it was read. */
  void release() {
    if (code != null) {
      code.staged().release();
    }
  }

  /** Whether it is the same plugin file with the same content. */
  boolean isSameAs(PluginFile other) {
    return fileName.equals(other.fileName) && sha256.equals(other.sha256);
  }

  /** What a module provides for the gateway. */
  static Stream<PluginKind> kinds(ModuleDescriptor module) {
    return module.provides().stream()
        .map(ModuleDescriptor.Provides::service)
        .filter(KINDS::containsKey)
        .map(KINDS::get)
        .sorted();
  }

  /**
   * A plugin's Java module and the libraries it brings along.
   *
   * @param module the plugin's own module
   * @param staged the copies in {@code run/} that are on its module path
   * @param libraries the names of the libraries
   */
  record Code(ModuleDescriptor module, StagedJar staged, List<String> libraries) {}
}
