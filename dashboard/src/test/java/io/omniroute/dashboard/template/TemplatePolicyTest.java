package io.omniroute.dashboard.template;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.policy.PolicyGroup;
import gg.jte.html.policy.PreventInlineEventHandlers;
import gg.jte.html.policy.PreventOutputInTagsAndAttributes;
import gg.jte.html.policy.PreventUnquotedAttributes;
import gg.jte.html.policy.PreventUppercaseTagsAndAttributes;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the build's own goal does not check in templates. */
final class TemplatePolicyTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final int LONGEST = 150;

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\$unsafe|\\sstyle=|hx-on|hx-vars|hx-params|hx-ext|hx-boost|\"js:|javascript:"
              + "|<script(?![^>]*src=)|<style");

  @Test
  void theGeneratorsPolicyHolds(@TempDir Path classes) {
    PolicyGroup policy = new PolicyGroup();
    policy.addPolicy(new PreventInlineEventHandlers());
    policy.addPolicy(new PreventOutputInTagsAndAttributes());
    policy.addPolicy(new PreventUnquotedAttributes());
    policy.addPolicy(new PreventUppercaseTagsAndAttributes());
    TemplateEngine engine =
        TemplateEngine.create(new DirectoryCodeResolver(TEMPLATES), classes, ContentType.Html);
    engine.setHtmlPolicy(policy);

    assertThat(engine.generateAll()).hasSizeGreaterThan(30);
  }

  @Test
  void templatesAreShortAndCarryNoCode() throws IOException {
    for (Path template : templates()) {
      String text = Files.readString(template);
      assertThat(text.lines().count()).as(template.toString()).isLessThanOrEqualTo(LONGEST);
      assertThat(FORBIDDEN.matcher(text).results().toList()).as(template.toString()).isEmpty();
    }
  }

  @Test
  void everyHtmxRequestSaysItselfWhereItsAnswerGoes() throws IOException {
    Pattern tag = Pattern.compile("<[a-z]+[^>]*\\shx-(?:get|post)=[^>]*>");
    for (Path template : templates()) {
      tag.matcher(Files.readString(template).replaceAll("\\$\\{[^}]*}", "x"))
          .results()
          .forEach(
              element ->
                  assertThat(element.group())
                      .as(template.toString())
                      .contains("hx-target=", "hx-swap="));
    }
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".jte")).sorted().toList();
    }
  }
}
