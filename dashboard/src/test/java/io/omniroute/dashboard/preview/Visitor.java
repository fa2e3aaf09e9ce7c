package io.omniroute.dashboard.preview;

import io.omniroute.dashboard.DashboardRoutes;
import io.omniroute.platform.web.Form;
import io.omniroute.platform.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without JavaScript: keeps cookies, follows redirects, sends forms as they stand. */
public final class Visitor {

  /** The time in all tests. */
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** A clock that stands. */
  public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final RouteBook routes;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Visitor(FakeGateway gateway) {
    routes = new RouteBook(new DashboardRoutes(gateway.sources(), CLOCK));
    headers.put("Host", "localhost:20128");
  }

  /** Somebody without a session. */
  public static Visitor stranger(FakeGateway gateway) {
    return new Visitor(gateway);
  }

  /** Somebody with a session. */
  public static Visitor owner(FakeGateway gateway) {
    return new Visitor(gateway).cookie("auth_token", "preview");
  }

  /** Has this cookie from now on. */
  public Visitor cookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** Sends this header from now on. */
  public Visitor header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Asks as htmx does for an element. */
  public Visitor htmx(String target) {
    return header("HX-Request", "true").header("HX-Target", target);
  }

  /** Asks for an address. */
  public Answer get(String address) {
    return send("GET", address, Form.EMPTY);
  }

  /** Posts fields. */
  public Answer post(String address, Map<String, String> fields) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    fields.forEach((name, value) -> lists.put(name, List.of(value)));
    return send("POST", address, new Form(lists, Map.of()));
  }

  /** Posts a form of a page, with some of its fields filled in. */
  public Answer submit(Answer page, String action, Map<String, String> filled) {
    return post(action, fields(page, action, filled));
  }

  /** Uploads a file with a form of a page. */
  public Answer upload(Answer page, String action, String name, Form.Upload file) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    fields(page, action, Map.of()).forEach((field, value) -> lists.put(field, List.of(value)));
    lists.remove(name);
    return send("POST", action, new Form(lists, Map.of(name, file)));
  }

  private static Map<String, String> fields(
      Answer page, String action, Map<String, String> filled) {
    Element form =
        Optional.ofNullable(page.html().selectFirst("form[action=" + action + "]"))
            .orElseThrow(() -> new AssertionError("no form for " + action + " in " + page.text()));
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : form.select("input[name], select[name], textarea[name]")) {
      boolean unticked = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
      if (!unticked) {
        fields.put(field.attr("name"), value(field));
      }
    }
    fields.putAll(filled);
    return fields;
  }

  private static String value(Element field) {
    Element chosen = field.selectFirst("option[selected]");
    return chosen == null ? field.val() : chosen.val();
  }

  private Answer send(String method, String address, Form form) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(
        "Cookie",
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")));
    WebResponse response = routes.answer(FakeRequest.of(method, address, all, form));
    for (String cookie : values(response, "Set-Cookie")) {
      String pair = cookie.replaceFirst(";.*", "");
      int equals = pair.indexOf('=');
      if (cookie.contains("Max-Age=0")) {
        cookies.remove(pair.substring(0, equals));
      } else {
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return new Answer(address, response);
  }

  /** Follows redirects, as a browser does. */
  public Answer follow(Answer answer) {
    Answer now = answer;
    List<String> seen = new ArrayList<>();
    while (now.status() == 303) {
      String location = now.header("Location").orElseThrow();
      seen.add(location);
      if (seen.size() > 8) {
        throw new AssertionError("redirects in circles: " + seen);
      }
      now = get(location);
    }
    return now;
  }

  private static List<String> values(WebResponse response, String name) {
    return response.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(WebResponse.Header::value)
        .toList();
  }

  /**
   * An answer.
   *
   * @param address what was asked for
   */
  public record Answer(String address, WebResponse response) {

    /** The status. */
    public int status() {
      return response.status();
    }

    /** A header. */
    public Optional<String> header(String name) {
      return headers(name).stream().findFirst();
    }

    /** All values of a header. */
    public List<String> headers(String name) {
      return values(response, name);
    }

    /** The body as text. */
    public String text() {
      return new String(
          ((WebResponse.Body.Bytes) response.body()).content(), StandardCharsets.UTF_8);
    }

    /** The body as a document. */
    public Document html() {
      return Jsoup.parse(text(), "http://localhost:20128" + address);
    }
  }
}
