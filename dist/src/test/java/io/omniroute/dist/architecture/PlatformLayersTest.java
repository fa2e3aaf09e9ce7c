package io.omniroute.dist.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import io.omniroute.api.Extension;
import io.omniroute.api.PluginContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PlatformLayersTest {

  @Test
  void everyPackageOfThePlatformHasItsLayer() {
    Set<String> unknown =
        Codebase.below(Codebase.PLATFORM).stream()
            .map(JavaClass::getPackageName)
            .filter(name -> PlatformLayer.of(name).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(unknown).as("packages of the platform to be put into PlatformLayer").isEmpty();
  }

  @Test
  void dependenciesPointDownwards() {
    List<String> upwards =
        Codebase.below(Codebase.PLATFORM).stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(dependency -> Codebase.isBelow(dependency.getTargetClass(), Codebase.PLATFORM))
            .filter(PlatformLayersTest::pointsUpwards)
            .map(Dependency::getDescription)
            .sorted()
            .toList();

    assertThat(upwards).as("dependencies from a lower layer of the platform to a higher").isEmpty();
  }

  @Test
  void theManagementServicesDoNotKnowTheEdge() {
    noClasses()
        .that()
        .resideInAPackage("io.omniroute.platform.management..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.omniroute.platform.http..")
        .allowEmptyShould(true)
        .check(Codebase.all());
  }

  @Test
  void onlyTheSqlStoreKnowsSql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.omniroute.platform.store.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..", "javax.sql..", "org.jooq..", "org.flywaydb..", "org.sqlite..")
        .check(Codebase.all());
  }

  @Test
  void onlyTheWiringKnowsTheSqlStore() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.omniroute.platform", "io.omniroute.platform.store.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.omniroute.platform.store.sql..")
        .check(Codebase.all());
  }

  @Test
  void packagesHaveNoCycles() {
    // Two front doors of the API name what the packages behind them offer.
    slices()
        .assignedFrom(new EveryPackage())
        .should()
        .beFreeOfCycles()
        .ignoreDependency(equivalentTo(PluginContext.class), alwaysTrue())
        .ignoreDependency(equivalentTo(Extension.class), alwaysTrue())
        .check(Codebase.all());
  }

  private static boolean pointsUpwards(Dependency dependency) {
    Optional<PlatformLayer> origin = layer(dependency.getOriginClass());
    Optional<PlatformLayer> target = layer(dependency.getTargetClass());
    return origin.isPresent() && target.isPresent() && !origin.get().mayUse(target.get());
  }

  private static Optional<PlatformLayer> layer(JavaClass type) {
    return PlatformLayer.of(type.getBaseComponentType().getPackageName());
  }
}
