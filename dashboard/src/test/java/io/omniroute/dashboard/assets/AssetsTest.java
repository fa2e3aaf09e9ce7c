package io.omniroute.dashboard.assets;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dashboard.preview.FakeGateway;
import io.omniroute.dashboard.preview.Visitor;
import io.omniroute.dashboard.preview.Visitor.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class AssetsTest {

  private static final int FIRST_LOAD = 130_000;
  private static final int OWN_STYLE = 12_000;
  private static final int OWN_SCRIPT = 4096;

  private final Assets assets = new Assets();
  private final Visitor visitor = Visitor.stranger(FakeGateway.busy(Visitor.CLOCK));

  @Test
  void theFirstLoadStaysSmall() {
    visitor.header("Accept-Encoding", "gzip, br");
    int sum =
        Stream.of("base.css", "app.css", "htmx.js", "app.js", "icons.svg")
            .mapToInt(this::size)
            .sum();

    assertThat(sum).isLessThan(FIRST_LOAD);
    assertThat(size("app.css")).isLessThan(OWN_STYLE);
  }

  @Test
  void ourScriptStaysSmall() {
    assertThat(size("app.js")).isLessThanOrEqualTo(OWN_SCRIPT);
  }

  private int size(String name) {
    return ((io.omniroute.platform.web.WebResponse.Body.Bytes)
            visitor.get(assets.url(name)).response().body())
        .content()
        .length;
  }

  @Test
  void aFileIsServedForEverUnderTheHashOfItsContent() {
    Answer answer = visitor.header("Accept-Encoding", "gzip").get(assets.url("app.css"));

    assertThat(answer.address()).matches("/dashboard/assets/app\\.[0-9a-f]{12}\\.css");
    assertThat(answer.header("Cache-Control")).contains("public, max-age=31536000, immutable");
    assertThat(answer.header("Content-Encoding")).contains("gzip");
    assertThat(answer.header("Vary")).contains("Accept-Encoding");
  }

  @Test
  void withoutGzipItIsPlain() {
    Answer answer = visitor.get(assets.url("app.css"));

    assertThat(answer.header("Content-Encoding")).isEmpty();
    assertThat(answer.text()).startsWith("/* The vendor's layer").contains("--accent");
  }

  @Test
  void anotherNameIsNotThere() {
    assertThat(visitor.get("/dashboard/assets/app.000000000000.css").status()).isEqualTo(404);
    assertThat(visitor.get("/dashboard/assets/app.css").status()).isEqualTo(404);
  }

  @Test
  void everyIconThatTemplatesNameIsInTheSprite() throws IOException {
    String sprite = visitor.get(assets.url("icons.svg")).text();
    List<String> names =
        visitor.get("/dashboard/login").html().select("use").eachAttr("href").stream()
            .map(href -> href.replaceFirst(".*#", ""))
            .toList();
    assertThat(names).isNotEmpty();
    StringBuilder templates = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(jte|java)")).toList()) {
        templates.append(Files.readString(file));
      }
    }
    java.util.regex.Pattern.compile("(?:tag.icon\\(ui = ui, name|icon|after) = \"([a-z0-9-]+)\"")
        .matcher(templates)
        .results()
        .forEach(use -> assertThat(sprite).contains("id=\"" + use.group(1) + "\""));
  }
}
