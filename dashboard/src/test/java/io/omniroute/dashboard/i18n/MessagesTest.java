package io.omniroute.dashboard.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesTest {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern KEY =
      Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9_-]+)+|[a-z]+)\"");

  /** Keys that are put together from a fixed part and a value. */
  private static final Set<String> COMPOSED =
      Set.of(
          "theme.",
          "error.",
          "setup.",
          "origin.",
          "plugins.kind.",
          "plugins.state.",
          "test.",
          "tool.",
          "account.",
          "action.");

  @ParameterizedTest
  @ValueSource(strings = "fr")
  void everyLanguageHasTheKeysOfEnglish(String language) {
    assertThat(Languages.messages(language).keys())
        .containsExactlyInAnyOrderElementsOf(Languages.messages("en").keys());
  }

  @ParameterizedTest
  @ValueSource(strings = "fr")
  void everyTextHasThePlacesOfEnglish(String language) {
    Messages english = Languages.messages("en");
    Messages other = Languages.messages(language);

    assertThat(english.keys())
        .allSatisfy(
            key ->
                assertThat(places(other.text(key))).as(key).isEqualTo(places(english.text(key))));
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void everyKeyInTheSourcesExists() throws IOException {
    Messages messages = Languages.messages("en");
    Pattern use =
        Pattern.compile(
            "(?:ui\\.t|ui\\.n|messages\\.text|messages\\.count)\\(\\s*\"([^\"]+)\"(\\s*\\+)?");
    Set<String> missing = new TreeSet<>();
    use.matcher(sources())
        .results()
        .filter(found -> found.group(2) == null)
        .map(found -> found.group(1))
        .filter(key -> !messages.has(key) && !messages.has(key + ".one"))
        .forEach(missing::add);

    assertThat(missing).isEmpty();
  }

  @Test
  void noKeyIsUnused() throws IOException {
    Set<String> used =
        KEY.matcher(sources()).results().map(found -> found.group(1)).collect(Collectors.toSet());

    List<String> unused =
        Languages.messages("en").keys().stream()
            .filter(key -> COMPOSED.stream().noneMatch(key::startsWith))
            .filter(key -> !used.contains(key))
            .filter(key -> !used.contains(key.replaceFirst("\\.(one|other)$", "")))
            .toList();
    assertThat(unused).isEmpty();
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String root : new String[] {"src/main/java", "src/main/jte"}) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.append(Files.readString(file)).append('\n');
        }
      }
    }
    return all.toString();
  }

  @Test
  void pluralsFollowTheLanguage() {
    assertThat(Languages.messages("en").count("provider.accounts", 0)).isEqualTo("0 accounts");
    assertThat(Languages.messages("en").count("provider.accounts", 1)).isEqualTo("1 account");
    assertThat(Languages.messages("fr").count("provider.accounts", 0)).isEqualTo("0 compte");
    assertThat(Languages.messages("fr").count("provider.accounts", 2)).isEqualTo("2 comptes");
  }

  @Test
  void argumentsAreNotReadAsText() {
    assertThat(Languages.messages("en").text("flash.plugin.enabled", "a{0}$1"))
        .isEqualTo("a{0}$1 runs.");
  }

  @Test
  void theChosenLanguageComesBeforeTheBrowsers() {
    Optional<String> browser = Optional.of("fr-CA,fr;q=0.9,en;q=0.5");

    assertThat(Languages.choose(Optional.of("en"), browser)).isEqualTo("en");
    assertThat(Languages.choose(Optional.of("xx"), browser)).isEqualTo("fr");
    assertThat(Languages.choose(Optional.empty(), Optional.of("de"))).isEqualTo("en");
    assertThat(Languages.choose(Optional.empty(), Optional.of(";;;"))).isEqualTo("en");
    assertThat(Languages.ownName("fr")).isEqualTo("Français");
  }
}
