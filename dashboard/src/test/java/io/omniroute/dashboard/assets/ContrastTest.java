package io.omniroute.dashboard.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text reaches 4.5:1 and controls 3:1, as WCAG 2.2 AA asks, in both themes. */
final class ContrastTest {

  private static final Pattern TOKEN =
      Pattern.compile(
          "--([a-z-]+): (?:light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)|(#[0-9a-f]{6}));");

  private final Map<String, List<String>> tokens = new HashMap<>();

  @BeforeEach
  void readTokens() throws IOException {
    Matcher found =
        TOKEN.matcher(Files.readString(Path.of("src/main/resources/static/tokens.css")));
    while (found.find()) {
      tokens.put(
          found.group(1),
          found.group(4) == null
              ? List.of(found.group(2), found.group(3))
              : List.of(found.group(4), found.group(4)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ink, page",
    "ink, panel",
    "ink, sunken",
    "ink, raised",
    "ink, hover",
    "ink, warn-wash",
    "ink, bad-wash",
    "ink-soft, page",
    "ink-soft, panel",
    "ink-soft, sunken",
    "ink-soft, raised",
    "ink-soft, hover",
    "ink-soft, idle-wash",
    "ink-soft, accent-wash",
    "accent-ink, page",
    "accent-ink, panel",
    "accent-ink, accent-wash",
    "on-accent, accent",
    "on-accent, danger",
    "good, good-wash",
    "good, panel",
    "good, hover",
    "good, page",
    "warn, warn-wash",
    "warn, panel",
    "warn, page",
    "bad, bad-wash",
    "bad, panel",
    "bad, page",
    "bad, hover"
  })
  void textCanBeRead(String text, String ground) {
    for (int theme = 0; theme < 2; theme++) {
      assertThat(contrast(text, ground, theme)).as("theme %s", theme).isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @CsvSource({"line-strong, panel", "accent-ink, page", "accent, panel"})
  void controlsCanBeSeen(String edge, String ground) {
    for (int theme = 0; theme < 2; theme++) {
      assertThat(contrast(edge, ground, theme)).as("theme %s", theme).isGreaterThanOrEqualTo(3.0);
    }
  }

  private double contrast(String one, String other, int theme) {
    double a = luminance(tokens.get(one).get(theme));
    double b = luminance(tokens.get(other).get(theme));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
  }

  private static double channel(int value) {
    double share = (value & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
