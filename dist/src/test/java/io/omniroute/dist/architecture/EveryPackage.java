package io.omniroute.dist.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Takes every package of ours for a slice of its own. */
final class EveryPackage implements SliceAssignment {

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    return Codebase.isBelow(type, Codebase.ROOT)
        ? SliceIdentifier.of(type.getPackageName())
        : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "every package";
  }
}
