package io.omniroute.platform.plugin.declarative;

import io.omniroute.api.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds credentials in descriptors: they belong into accounts, which are kept encrypted. */
final class SecretCheck {

  private static final Set<String> CREDENTIAL_HEADERS =
      Set.of(
          "authorization",
          "proxy-authorization",
          "cookie",
          "x-api-key",
          "api-key",
          "x-auth-token",
          "x-goog-api-key");

  /** Well-known beginnings of keys, JSON Web Tokens and what stands behind a scheme. */
  private static final Pattern SECRET =
      Pattern.compile(
          "\\b([a-z]{0,4}sk|pk|rk|pat|gh[opsu]|glpat|xox[abp])[-_][A-Za-z0-9_-]{16,}"
              + "|\\bAIza[A-Za-z0-9_-]{30,}"
              + "|\\beyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"
              + "|(?i:\\b(bearer|basic)\\s+[A-Za-z0-9+/_=-]{12,})"
              + "|(?i:[?&](api[_-]?key|key|token|access_token)=[^&\\s{]+)");

  private SecretCheck() {}

  /** Every place that holds what looks like a credential; the value itself is never repeated. */
  static List<Problem> check(Node.Block root) {
    List<Problem> problems = new ArrayList<>();
    Node.Block headers = root.block("headers");
    for (String name : headers.fields().keySet()) {
      if (CREDENTIAL_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
        problems.add(
            new Problem(
                headers.lineOf(name),
                "headers." + name,
                "carries a credential: a descriptor holds no secrets, say under 'auth' how an"
                    + " account's key is sent"));
      }
    }
    search(root, "", problems);
    return problems;
  }

  private static void search(Node node, String key, List<Problem> problems) {
    switch (node) {
      case Node.Block block ->
          block
              .fields()
              .forEach(
                  (name, value) ->
                      search(value, key.isEmpty() ? name : key + "." + name, problems));
      case Node.Items list -> {
        for (int i = 0; i < list.items().size(); i++) {
          search(list.items().get(i), key + "[" + i + "]", problems);
        }
      }
      case Node.Scalar scalar -> {
        if (scalar.json() instanceof JsonString(String text) && SECRET.matcher(text).find()) {
          problems.add(
              new Problem(
                  scalar.line(), key, "looks like a credential: a descriptor holds no secrets"));
        }
      }
    }
  }
}
