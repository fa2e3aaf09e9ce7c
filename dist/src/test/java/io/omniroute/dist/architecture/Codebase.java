package io.omniroute.dist.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of the product, read once, and the source folders they come from. */
final class Codebase {

  static final String ROOT = "io.omniroute";
  static final String API = ROOT + ".api";
  static final String PLATFORM = ROOT + ".platform";
  static final String DASHBOARD = ROOT + ".dashboard";

  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/io/omniroute/dist/"))
          .importPackages(ROOT);

  private Codebase() {}

  static JavaClasses all() {
    return CLASSES;
  }

  static JavaClasses below(String packageName) {
    return CLASSES.that(
        DescribedPredicate.describe(
            "in " + packageName, (JavaClass type) -> isBelow(type, packageName)));
  }

  static JavaClasses plugins() {
    return CLASSES.that(DescribedPredicate.describe("in a plugin", Codebase::isPlugin));
  }

  static boolean isBelow(JavaClass type, String packageName) {
    return type.getPackageName().equals(packageName)
        || type.getPackageName().startsWith(packageName + ".");
  }

  static boolean isPlugin(JavaClass type) {
    return isBelow(type, ROOT)
        && Stream.of(API, PLATFORM, DASHBOARD).noneMatch(p -> isBelow(type, p));
  }

  static Path sources(String module) {
    return REPOSITORY.resolve(module).resolve("src/main/java");
  }

  static List<Path> sourceFiles(String module) {
    try (Stream<Path> files = Files.walk(sources(module))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
