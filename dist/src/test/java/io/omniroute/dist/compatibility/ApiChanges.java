package io.omniroute.dist.compatibility;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiParameter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a newer jar of an API broke for those who compiled against an older one. */
final class ApiChanges {

  private final SortedSet<String> broken = new TreeSet<>();
  private final SortedSet<String> exported;

  private ApiChanges(SortedSet<String> exported) {
    this.exported = exported;
  }

  /**
   * Every incompatible change, binary or source, of the packages that the older jar exports.
   *
   * @return lines such as {@code METHOD_REMOVED io.omniroute.api.ErrorCode#status()}
   */
  static SortedSet<String> between(Path older, Path newer) {
    ApiChanges changes = new ApiChanges(exports(older));
    changes.compare(older, newer);
    return changes.broken;
  }

  private void compare(Path older, Path newer) {
    SortedSet<String> stillExported = exports(newer);
    exported.stream()
        .filter(name -> !stillExported.contains(name))
        .forEach(name -> broken.add("PACKAGE_NO_LONGER_EXPORTED " + name));
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    new JarArchiveComparator(options)
        .compare(archive(older), archive(newer)).stream()
            .filter(type -> exported.contains(packageOf(type)))
            .forEach(this::collect);
  }

  private void collect(JApiClass type) {
    String name = type.getFullyQualifiedName();
    add(type, name);
    if (type.getChangeStatus() == JApiChangeStatus.REMOVED) {
      return;
    }
    type.getInterfaces().forEach(parent -> add(parent, name));
    add(type.getSuperclass(), name);
    type.getFields().forEach(field -> add(field, name + "#" + field.getName()));
    type.getMethods().forEach(method -> add(method, name + "#" + signature(method)));
    type.getConstructors()
        .forEach(constructor -> add(constructor, name + "#" + signature(constructor)));
  }

  private void add(JApiCompatibility element, String name) {
    for (JApiCompatibilityChange change : element.getCompatibilityChanges()) {
      if (!change.isBinaryCompatible() || !change.isSourceCompatible()) {
        broken.add(change.getType() + " " + name);
      }
    }
  }

  private static String signature(JApiBehavior unit) {
    return unit.getParameters().stream()
        .map(JApiParameter::getType)
        .collect(Collectors.joining(", ", unit.getName() + "(", ")"));
  }

  private static JApiCmpArchive archive(Path jar) {
    return new JApiCmpArchive(jar.toFile(), jar.getFileName().toString());
  }

  private static String packageOf(JApiClass type) {
    String name = type.getFullyQualifiedName();
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private static SortedSet<String> exports(Path jar) {
    ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    Stream<String> packages =
        module.isAutomatic()
            ? module.packages().stream()
            : module.exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source);
    return packages.collect(Collectors.toCollection(TreeSet::new));
  }
}
