package io.omniroute.platform.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a method and path lead to. Paths without variables are one look-up in a map; templates
 * are tried from the most literal to the least. Immutable.
 *
 * @param <T> what a route leads to
 */
final class RouteTable<T> {

  private final Map<String, Map<String, T>> literal;
  private final List<Template<T>> templates;

  private RouteTable(Map<String, Map<String, T>> literal, List<Template<T>> templates) {
    this.literal = literal;
    this.templates = templates;
  }

  static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /** What the route leads to, or null where there is none for the method. */
  @Nullable Match<T> match(String method, String path) {
    Map<String, T> byMethod = literal.get(path);
    if (byMethod != null) {
      T target = forMethod(byMethod, method);
      if (target != null) {
        return new Match<>(target, Map.of());
      }
    }
    for (Template<T> template : templates) {
      T target = forMethod(template.byMethod, method);
      if (target != null) {
        Map<String, String> variables = template.path.match(path);
        if (variables != null) {
          return new Match<>(target, variables);
        }
      }
    }
    return null;
  }

  /** The methods that lead somewhere from a path; empty where none does. */
  Set<String> methods(String path) {
    Set<String> methods =
        new TreeSet<>(Optional.ofNullable(literal.get(path)).orElse(Map.of()).keySet());
    for (Template<T> template : templates) {
      if (template.path.match(path) != null) {
        methods.addAll(template.byMethod.keySet());
      }
    }
    return methods;
  }

  private static <T> @Nullable T forMethod(Map<String, T> byMethod, String method) {
    T target = byMethod.get(method);
    return target == null && method.equals("HEAD") ? byMethod.get("GET") : target;
  }

  /**
   * A route that was found.
   *
   * @param target what it leads to
   * @param variables the variables of its template, decoded
   */
  record Match<T>(T target, Map<String, String> variables) {}

  private record Template<T>(PathTemplate path, Map<String, T> byMethod) {}

  /** Collects routes; not thread-safe. */
  static final class Builder<T> {

    private final Map<String, Map<String, T>> routes = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a route.
     *
     * @throws IllegalArgumentException when the same route is there already
     */
    Builder<T> add(String method, String path, T target) {
      T before = routes.computeIfAbsent(path, ignored -> new HashMap<>()).put(method, target);
      if (before != null) {
        throw new IllegalArgumentException("two routes for " + method + " " + path);
      }
      return this;
    }

    RouteTable<T> build() {
      Map<String, Map<String, T>> literal = new HashMap<>();
      List<Template<T>> templates = new ArrayList<>();
      routes.forEach(
          (path, byMethod) -> {
            if (path.indexOf('{') < 0) {
              literal.put(path, Map.copyOf(byMethod));
            } else {
              templates.add(new Template<>(PathTemplate.of(path), Map.copyOf(byMethod)));
            }
          });
      templates.sort(Comparator.comparing(template -> template.path));
      return new RouteTable<>(Map.copyOf(literal), List.copyOf(templates));
    }
  }
}
