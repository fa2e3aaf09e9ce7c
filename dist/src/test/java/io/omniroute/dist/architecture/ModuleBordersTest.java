package io.omniroute.dist.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class ModuleBordersTest {

  @Test
  void theDashboardUsesOnlyTheServicesMadeForIt() {
    assertThat(ownDependencies(Codebase.below(Codebase.DASHBOARD), ModuleBordersTest::servesPages))
        .as("what the dashboard uses besides the API, web, auth and management")
        .isEmpty();
  }

  @Test
  void thePlatformDoesNotKnowTheDashboardOrPlugins() {
    assertThat(
            ownDependencies(
                Codebase.below(Codebase.PLATFORM),
                type -> below(type, Codebase.PLATFORM) || below(type, Codebase.API)))
        .isEmpty();
  }

  @Test
  void thePluginApiKnowsNobody() {
    assertThat(ownDependencies(Codebase.below(Codebase.API), type -> below(type, Codebase.API)))
        .isEmpty();
  }

  @Test
  void aPluginKnowsTheApiAndItselfOnly() {
    List<String> strangers =
        Codebase.plugins().stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> below(dependency.getTargetClass(), Codebase.ROOT))
            .filter(dependency -> !below(dependency.getTargetClass(), Codebase.API))
            .filter(dependency -> !sameJar(dependency))
            .map(Dependency::getDescription)
            .toList();

    assertThat(strangers).as("what plugins use of the host or of each other").isEmpty();
  }

  private static boolean servesPages(JavaClass type) {
    return below(type, Codebase.DASHBOARD)
        || below(type, Codebase.API)
        || below(type, Codebase.PLATFORM + ".web")
        || below(type, Codebase.PLATFORM + ".auth")
        || below(type, Codebase.PLATFORM + ".management");
  }

  private static List<String> ownDependencies(JavaClasses from, Predicate<JavaClass> allowed) {
    assertThat(from.isEmpty())
        .as("no class was found: is the package's name still right?")
        .isFalse();
    return from.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> below(dependency.getTargetClass(), Codebase.ROOT))
        .filter(dependency -> !allowed.test(dependency.getTargetClass()))
        .map(Dependency::getDescription)
        .sorted()
        .toList();
  }

  private static boolean below(JavaClass type, String packageName) {
    return Codebase.isBelow(type.getBaseComponentType(), packageName);
  }

  private static boolean sameJar(Dependency dependency) {
    return container(dependency.getOriginClass()).equals(container(dependency.getTargetClass()));
  }

  private static Optional<String> container(JavaClass type) {
    String path = type.getBaseComponentType().getName().split("\\$", 2)[0].replace('.', '/');
    return type.getBaseComponentType()
        .getSource()
        .map(Source::getUri)
        .map(Object::toString)
        .map(uri -> uri.substring(0, uri.indexOf(path)));
  }
}
