package io.omniroute.dist.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a plugin author sees in a signature is of the JDK or of the API itself. */
final class PluginApiSurfaceTest {

  private static final List<String> VISIBLE = List.of("java", Codebase.API, "org.jspecify");

  @Test
  void signaturesUseTypesOfTheJdkAndOfTheApiOnly() {
    List<String> foreign =
        Codebase.below(Codebase.API).stream()
            .filter(PluginApiSurfaceTest::isVisible)
            .flatMap(
                type -> signature(type).map(used -> type.getName() + " shows " + used.getName()))
            .filter(line -> !line.endsWith("shows "))
            .distinct()
            .sorted()
            .toList();

    assertThat(foreign).as("foreign types in signatures of the plugin API").isEmpty();
  }

  private static Stream<JavaClass> signature(JavaClass type) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    Stream<JavaType> fields =
        type.getFields().stream().filter(f -> isVisible(f.getModifiers())).map(f -> f.getType());
    Stream<JavaType> units =
        type.getCodeUnits().stream()
            .filter(unit -> isVisible(unit.getModifiers()))
            .flatMap(PluginApiSurfaceTest::types);
    return Stream.of(parents, fields, units)
        .flatMap(types -> types)
        .flatMap(used -> used.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(used -> !used.isPrimitive())
        .filter(used -> VISIBLE.stream().noneMatch(root -> Codebase.isBelow(used, root)));
  }

  private static Stream<JavaType> types(JavaCodeUnit unit) {
    return Stream.of(
            Stream.of(unit.getReturnType()),
            unit.getParameterTypes().stream(),
            unit.getExceptionTypes().stream().map(JavaType.class::cast))
        .flatMap(types -> types);
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers());
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
