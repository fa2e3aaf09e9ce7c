package io.omniroute.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dashboard.preview.FakeGateway;
import io.omniroute.dashboard.preview.Visitor;
import io.omniroute.dashboard.preview.Visitor.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Follows every link from every entrance and looks at every page. */
final class CrawlTest {

  private static final Set<String> CODE = Set.of("script", "style");

  @Test
  void everyPageOfABusyGatewayIsSound() {
    Set<String> pages = crawl(Visitor.owner(FakeGateway.busy(Visitor.CLOCK)), "/dashboard");

    assertThat(pages)
        .contains(
            "/dashboard",
            "/dashboard/providers",
            "/dashboard/providers/groq",
            "/dashboard/plugins",
            "/dashboard/plugins/install",
            "/dashboard/plugins/my-router/remove");
  }

  @Test
  void everyPageOfTheFirstRunIsSound() {
    Set<String> pages =
        crawl(
            Visitor.owner(FakeGateway.fresh(Visitor.CLOCK)),
            "/dashboard",
            "/dashboard/setup/provider",
            "/dashboard/setup/connect");

    assertThat(pages)
        .contains(
            "/dashboard/setup/provider",
            "/dashboard/setup/provider/mistral",
            "/dashboard/setup/test",
            "/dashboard/setup/connect");
  }

  @Test
  void pagesForStrangersAreSoundInFrenchToo() {
    crawl(
        Visitor.stranger(FakeGateway.busy(Visitor.CLOCK)).cookie("omniroute_language", "fr"),
        "/dashboard/login");
    crawl(
        Visitor.stranger(FakeGateway.fresh(Visitor.CLOCK)),
        "/dashboard/setup?token=" + FakeGateway.SETUP_TOKEN);
  }

  @Test
  void aGatewayWithoutPluginsTeachesInsteadOfShowingAnEmptyTable() {
    Visitor owner = Visitor.owner(FakeGateway.fresh(Visitor.CLOCK).withoutPlugins());

    Document page = owner.get("/dashboard/plugins").html();

    assertThat(page.select("table")).isEmpty();
    assertThat(page.selectFirst(".nothing").text()).contains("Without plugins");
  }

  private static Set<String> crawl(Visitor visitor, String... entrances) {
    Deque<String> open = new ArrayDeque<>(List.of(entrances));
    Map<String, Answer> seen = new LinkedHashMap<>();
    Set<String> assets = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      String address = open.poll().replaceFirst("#.*", "");
      if (seen.containsKey(address)) {
        continue;
      }
      Answer answer = visitor.follow(visitor.get(address));
      seen.put(address, answer);
      Document page = inspect(answer);
      page.select("a[href^=/]").forEach(link -> open.add(link.attr("href")));
      page.select("[hx-get]").forEach(part -> open.add(part.attr("hx-get")));
      page.select("link[href], script[src], use[href]")
          .forEach(
              file -> assets.add((file.attr("href") + file.attr("src")).replaceFirst("#.*", "")));
    }
    for (String asset : assets) {
      assertThat(visitor.get(asset).status()).as(asset).isEqualTo(200);
    }
    return seen.keySet();
  }

  private static Document inspect(Answer answer) {
    String where = answer.address();
    Document page = answer.html();
    boolean asksForTheLink = page.getElementById("setup-link") != null;
    assertThat(answer.status()).as(where).isEqualTo(asksForTheLink ? 403 : 200);
    assertThat(page.select("h1")).as("h1 of %s", where).hasSize(1);
    assertThat(page.title()).as("title of %s", where).contains(page.selectFirst("h1").text());
    assertThat(page.selectFirst("html").attr("lang")).as("language of %s", where).isNotBlank();
    assertThat(answer.header("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("Vary").orElse("")).contains("HX-Request");
    assertThat(page.select("form[method=post]"))
        .as("forms of %s", where)
        .allSatisfy(form -> assertThat(form.select("input[name=_csrf]").val()).isNotBlank());
    inspectElements(page, where);
    inspectLabels(page, where);
    return page;
  }

  private static void inspectElements(Document page, String where) {
    for (Element element : page.getAllElements()) {
      if (CODE.contains(element.normalName())) {
        assertThat(element.data()).as("inline %s in %s", element.normalName(), where).isEmpty();
      }
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(where).doesNotStartWith("on").isNotEqualTo("style");
        assertThat(attribute.getValue()).as(where).doesNotContainIgnoringCase("javascript:");
      }
    }
    Map<String, Long> ids =
        page.select("[id]").stream()
            .collect(Collectors.groupingBy(Element::id, Collectors.counting()));
    assertThat(ids).as("ids of %s", where).allSatisfy((id, n) -> assertThat(n).isEqualTo(1));
  }

  private static void inspectLabels(Document page, String where) {
    for (Element input : page.select("input:not([type=hidden]), select, textarea")) {
      boolean labelled =
          page.selectFirst("label[for=" + input.id() + "]") != null
              || input.closest("label") != null;
      assertThat(labelled).as("label of %s in %s", input.id(), where).isTrue();
    }
    for (String attribute : List.of("aria-describedby", "aria-labelledby", "for")) {
      for (Element element : page.select("[" + attribute + "]")) {
        for (String id : element.attr(attribute).split(" ")) {
          boolean later = id.equals("dialog-title");
          assertThat(later || page.getElementById(id) != null)
              .as("%s=%s in %s", attribute, id, where)
              .isTrue();
        }
      }
    }
    assertThat(page.select("button, a[href]"))
        .as("names of controls in %s", where)
        .allSatisfy(
            control -> assertThat(control.text() + control.attr("aria-label")).isNotBlank());
    assertThat(page.select("svg"))
        .allSatisfy(icon -> assertThat(icon.attr("aria-hidden")).isEqualTo("true"));
    assertThat(page.text()).as("keys shown in %s", where).doesNotContain("{0}", "⟦");
  }
}
