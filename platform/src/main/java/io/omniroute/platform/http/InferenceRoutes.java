package io.omniroute.platform.http;

import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.ClientRoute;
import io.omniroute.platform.plugin.Contribution;
import io.omniroute.platform.plugin.PluginRegistry;
import io.omniroute.platform.plugin.Plugins;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paths that client formats serve, made anew when plugins change. It keeps no plugin's object,
 * only names, so that a plugin can go.
 */
final class InferenceRoutes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InferenceRoutes.class);

  private final Plugins.Subscription subscription;
  private volatile RouteTable<Entry> table;

  InferenceRoutes(Plugins plugins) {
    table = build(plugins.snapshot());
    subscription = plugins.onChange(registry -> table = build(registry));
  }

  /** The route of a path in one of its spellings, or null. */
  RouteTable.@Nullable Match<Entry> match(String method, String path) {
    RouteTable<Entry> current = table;
    RouteTable.Match<Entry> exact = current.match(method, path);
    if (exact != null) {
      return exact;
    }
    for (String spelling : InferencePaths.candidates(path)) {
      RouteTable.Match<Entry> match = current.match(method, spelling);
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  /** The methods that a path takes; empty where it is no inference route. */
  Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    InferencePaths.candidates(path).forEach(spelling -> methods.addAll(table.methods(spelling)));
    return methods;
  }

  @Override
  public void close() {
    subscription.close();
  }

  private static RouteTable<Entry> build(PluginRegistry registry) {
    RouteTable.Builder<Entry> routes = RouteTable.builder();
    Set<String> taken = new HashSet<>();
    for (Contribution<ClientFormat> format : registry.clientFormats()) {
      for (ClientRoute route : format.service().routes()) {
        if (taken.add(route.method() + " " + route.path())) {
          routes.add(route.method(), route.path(), new Entry(format.id(), route));
        } else {
          LOG.warn(
              "{} {} is served by another format than {}",
              route.method(),
              route.path(),
              format.id());
        }
      }
    }
    return routes.build();
  }

  /**
   * What a route leads to.
   *
   * @param format the id of the client format
   * @param route the route as the format gave it
   */
  record Entry(String format, ClientRoute route) {}
}
