package io.omniroute.dist.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** Takes every package of ours for a slice of its own, generated code left out. */
final class EveryPackage implements SliceAssignment {

  private static final List<String> GENERATED =
      List.of(Codebase.DASHBOARD + ".view", Codebase.PLATFORM + ".store.sql.schema");

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    return Codebase.isBelow(type, Codebase.ROOT)
            && GENERATED.stream().noneMatch(generated -> Codebase.isBelow(type, generated))
        ? SliceIdentifier.of(type.getPackageName())
        : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "every package";
  }
}
