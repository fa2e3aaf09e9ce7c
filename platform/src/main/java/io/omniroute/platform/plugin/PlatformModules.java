package io.omniroute.platform.plugin;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Java modules the host offers to plugins, and how a plugin becomes a module layer on top of
 * them. The boot layer would resolve whatever a plugin asks for, so the check is made here.
 */
final class PlatformModules {

  /** What a plugin may require beside {@code java.*}; the compatibility promise lists the same. */
  static final List<String> OFFERED =
      List.of(
          "io.omniroute.api",
          "com.fasterxml.jackson.annotation",
          "com.fasterxml.jackson.core",
          "com.fasterxml.jackson.databind",
          "jdk.jfr",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported",
          "org.jspecify",
          "org.slf4j");

  private static final List<String> RESERVED_PACKAGES =
      List.of("io.omniroute.api", "io.omniroute.platform", "io.omniroute.dashboard");

  private final ModuleLayer boot;
  private final ClassLoader parent;

  PlatformModules() {
    ModuleLayer own = PluginHost.class.getModule().getLayer();
    boot = own == null ? ModuleLayer.boot() : own;
    parent = PluginHost.class.getClassLoader();
  }

  /** Checks the modules of a jar and returns the plugin's own. */
  ModuleDescriptor check(StagedJar staged) throws PluginRefusedException {
    try {
      ModuleDescriptor main = mainModule(staged.jar());
      Map<String, ModuleReference> modules = new HashMap<>();
      modules.put(main.name(), only(staged.jar()));
      for (Path library : libraries(staged)) {
        ModuleReference module = only(library);
        checkLibrary(module.descriptor(), library.getFileName().toString());
        if (modules.put(module.descriptor().name(), module) != null) {
          throw new PluginRefusedException("holds two modules named " + module.descriptor().name());
        }
      }
      for (ModuleReference module : modules.values()) {
        checkModule(module.descriptor(), modules.keySet());
      }
      return main;
    } catch (FindException | ResolutionException | IOException e) {
      throw PluginRefusedException.because(e);
    }
  }

  /** Makes a layer of a jar that was checked. */
  ModuleLayer define(PluginFile.Code code) throws PluginRefusedException {
    try {
      ModuleFinder finder =
          ModuleFinder.of(
              Stream.concat(Stream.of(code.staged().jar()), libraries(code.staged()).stream())
                  .toArray(Path[]::new));
      Configuration configuration =
          boot.configuration()
              .resolveAndBind(finder, ModuleFinder.of(), Set.of(code.module().name()));
      return ModuleLayer.defineModulesWithOneLoader(configuration, List.of(boot), parent).layer();
    } catch (FindException | ResolutionException | LayerInstantiationException | IOException e) {
      throw PluginRefusedException.because(e);
    }
  }

  private static ModuleDescriptor mainModule(Path jar) throws PluginRefusedException {
    ModuleDescriptor main = only(jar).descriptor();
    if (main.isAutomatic()) {
      throw new PluginRefusedException("has code but no module-info: a plugin is a named module");
    }
    if (PluginFile.kinds(main).findAny().isEmpty()) {
      throw new PluginRefusedException(
          "module "
              + main.name()
              + " provides none of Provider, Translator, RoutingStrategy and Scorer");
    }
    return main;
  }

  private static ModuleReference only(Path jar) throws PluginRefusedException {
    return ModuleFinder.of(jar).findAll().stream()
        .findFirst()
        .orElseThrow(() -> new PluginRefusedException(jar.getFileName() + " is no module"));
  }

  private static void checkLibrary(ModuleDescriptor library, String fileName)
      throws PluginRefusedException {
    if (!library.isAutomatic() && PluginFile.kinds(library).findAny().isPresent()) {
      throw new PluginRefusedException(
          "holds a second plugin module, %s in %s: one jar is one plugin"
              .formatted(library.name(), fileName));
    }
  }

  private void checkModule(ModuleDescriptor module, Set<String> own) throws PluginRefusedException {
    if (RESERVED_PACKAGES.contains(module.name()) || isJava(module.name())) {
      throw new PluginRefusedException(
          "brings module " + module.name() + " along, which is the gateway's own: leave it out");
    }
    Optional<String> reserved =
        module.packages().stream().filter(PlatformModules::isReserved).sorted().findFirst();
    if (reserved.isPresent()) {
      throw new PluginRefusedException(
          "module %s holds the package %s, which is the gateway's own"
              .formatted(module.name(), reserved.get()));
    }
    for (Requires required : module.requires()) {
      boolean optional = required.modifiers().contains(Requires.Modifier.STATIC);
      if (!optional && !own.contains(required.name())) {
        checkOffered(module.name(), required.name());
      }
    }
  }

  private void checkOffered(String module, String required) throws PluginRefusedException {
    boolean allowed = isJava(required) || OFFERED.contains(required);
    if (allowed && boot.findModule(required).isPresent()) {
      return;
    }
    if (allowed) {
      throw new PluginRefusedException(
          required.equals("org.jspecify")
              ? "module " + module + " must say 'requires static org.jspecify'"
              : "module %s requires %s, which this Java does not have or was started without"
                  .formatted(module, required));
    }
    throw new PluginRefusedException(
        "module %s requires %s, which is neither in the plugin nor offered by the gateway (offered: %s and java.*)"
            .formatted(module, required, String.join(", ", OFFERED)));
  }

  private static boolean isJava(String module) {
    return module.startsWith("java.");
  }

  private static boolean isReserved(String packageName) {
    return RESERVED_PACKAGES.stream()
        .anyMatch(name -> packageName.equals(name) || packageName.startsWith(name + "."));
  }

  private static List<Path> libraries(StagedJar staged) throws IOException {
    Path folder = staged.folder().resolve("lib");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.sorted().toList();
    }
  }
}
