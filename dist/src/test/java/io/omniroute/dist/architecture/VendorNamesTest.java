package io.omniroute.dist.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host treats all vendors alike: it does not even know their names. */
final class VendorNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"plugin-api", "platform", "dashboard"})
  void theHostNamesNoVendor(String module) throws IOException {
    List<Path> files = Codebase.sourceFiles(module);

    assertThat(files).as("source files of " + module).isNotEmpty();
    assertThat(findings(files)).as("vendor names; they belong into the vendor's plugin").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"OpenAiChat", "GROQ_URL", "https://api.openai.com/v1", "mistral-large"})
  void namesAreFoundInEveryUsualSpelling(String text) {
    assertThat(VendorWords.find(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UiFlow", "open airport", "coherent", "/v1/chat/completions"})
  void ordinaryWordsAreNoNames(String text) {
    assertThat(VendorWords.find(text)).isEmpty();
  }

  @Test
  void formatNamesAreAllowedOnlyAsAWhole() {
    assertThat(VendorWords.isFormat("openai-chat")).isTrue();
    assertThat(VendorWords.isFormat("an openai-chat body")).isFalse();
  }

  private static List<String> findings(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      List<String> findings = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        new NameScanner(unit).scan(unit, findings);
      }
      return findings;
    }
  }

  private static final class NameScanner extends TreeScanner<Void, List<String>> {

    private final CompilationUnitTree unit;

    NameScanner(CompilationUnitTree unit) {
      this.unit = unit;
    }

    @Override
    public Void visitClass(ClassTree type, List<String> findings) {
      report(type.getSimpleName().toString(), findings);
      return super.visitClass(type, findings);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, List<String> findings) {
      if (literal.getValue() instanceof String text
          && !(VendorWords.isFormat(text) && knowsFormats())) {
        report(text, findings);
      }
      return super.visitLiteral(literal, findings);
    }

    private boolean knowsFormats() {
      return String.valueOf(unit.getPackageName()).matches(".*\\.(translate|format|http)(\\..*)?");
    }

    private void report(String text, List<String> findings) {
      VendorWords.find(text)
          .ifPresent(
              vendor ->
                  findings.add(
                      "%s: '%s' names %s".formatted(unit.getSourceFile().getName(), text, vendor)));
    }
  }
}
