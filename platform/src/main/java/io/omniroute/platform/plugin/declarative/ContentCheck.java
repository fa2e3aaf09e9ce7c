package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.http.Headers;
import io.omniroute.api.json.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks what a schema cannot say: what belongs together, and that no secret is in the file. */
final class ContentCheck {

  private final Node.Block file;
  private final List<Problem> problems = new ArrayList<>();

  private ContentCheck(Node.Block file) {
    this.file = file;
  }

  /** Every problem of a file that follows the schema. */
  static List<Problem> check(Node.Block file) {
    ContentCheck check = new ContentCheck(file);
    check.problems.addAll(SecretCheck.check(file));
    check.headers();
    check.models();
    check.accountFields();
    return List.copyOf(check.problems);
  }

  private void headers() {
    Node.Block headers = file.block("headers");
    headers
        .fields()
        .forEach(
            (name, value) -> {
              if (value.json() instanceof JsonString(String text) && !isField(name, text)) {
                report(headers.lineOf(name), "headers." + name, "is no header field of one line");
              }
            });
  }

  private static boolean isField(String name, String value) {
    try {
      return Headers.of(name, value).get(name) != null && name.matches("[!-9;-~]+");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void models() {
    Map<String, Set<String>> formats = new HashMap<>();
    file.blocks("endpoints")
        .forEach(
            endpoint ->
                formats
                    .computeIfAbsent(endpoint.text("kind", ""), kind -> new HashSet<>())
                    .add(endpoint.text("format", "")));
    endpoints();
    Set<String> ids = new HashSet<>();
    List<Node.Block> models = file.blocks("models").toList();
    for (int i = 0; i < models.size(); i++) {
      Node.Block model = models.get(i);
      String key = "models[" + i + "].";
      if (!ids.add(model.text("id", ""))) {
        report(model.lineOf("id"), key + "id", "stands twice");
      }
      String kind = model.text("kind", "chat");
      Set<String> offered = formats.getOrDefault(kind, Set.of());
      String format = model.text("format");
      if (offered.isEmpty()) {
        report(model.lineOf("kind"), key + "kind", "is " + kind + ", but no endpoint is of it");
      } else if (format != null && !offered.contains(format)) {
        report(model.lineOf("format"), key + "format", "has no " + kind + " endpoint");
      }
    }
  }

  private void endpoints() {
    List<Node.Block> endpoints = file.blocks("endpoints").toList();
    for (int i = 0; i < endpoints.size(); i++) {
      Node.Block endpoint = endpoints.get(i);
      boolean chat = "chat".equals(endpoint.text("kind"));
      if (chat && endpoint.text("format") == null) {
        report(endpoint.line(), "endpoints[" + i + "].format", "is missing: chat has many formats");
      }
    }
  }

  private void accountFields() {
    Set<String> names = new HashSet<>();
    List<Node.Block> fields = file.blocks("accountFields").toList();
    for (int i = 0; i < fields.size(); i++) {
      Node.Block field = fields.get(i);
      String key = "accountFields[" + i + "].";
      if (!names.add(field.text("name", ""))) {
        report(field.lineOf("name"), key + "name", "stands twice");
      }
      if ("choice".equals(field.text("type")) && field.texts("options").isEmpty()) {
        report(field.line(), key + "options", "is missing: a choice needs its words");
      }
      if (!isPattern(field.text("pattern", ""))) {
        report(field.lineOf("pattern"), key + "pattern", "is no regular expression");
      } else {
        String wrong = AccountFields.defaultProblem(field);
        if (wrong != null) {
          report(field.lineOf("default"), key + "default", wrong);
        }
      }
    }
  }

  private static boolean isPattern(String text) {
    try {
      return !Pattern.compile(text).pattern().isBlank() || text.isBlank();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void report(int line, String key, String message) {
    problems.add(new Problem(line, key, message));
  }
}
