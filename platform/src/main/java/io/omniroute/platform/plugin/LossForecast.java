package io.omniroute.platform.plugin;

import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.translate.ClientFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what could not be done any more if a plugin were switched off. */
final class LossForecast {

  private final PluginRegistry registry;
  private final String pluginId;

  LossForecast(PluginRegistry registry, String pluginId) {
    this.registry = registry;
    this.pluginId = pluginId;
  }

  List<String> sentences() {
    List<String> losses = new ArrayList<>();
    for (Contribution<ClientFormat> client : registry.clientFormats()) {
      if (isOwn(client.origin())) {
        losses.add(
            "Clients can no longer use %s (%s).".formatted(paths(client.service()), client.id()));
      }
    }
    registry.upstreamFormats().stream()
        .filter(it -> isOwn(it.origin()))
        .map(it -> speakers(it.id()))
        .filter(it -> !it.isEmpty())
        .forEach(losses::add);
    registry.providers().stream()
        .filter(it -> isOwn(it.origin()))
        .map(it -> "Models of " + it.descriptor().name() + " can no longer be asked for.")
        .forEach(losses::add);
    registry.strategies().stream()
        .filter(it -> isOwn(it.origin()))
        .map(it -> "Pools and combos can no longer be ordered by '" + it.id() + "'.")
        .forEach(losses::add);
    registry.scorers().stream()
        .filter(it -> isOwn(it.origin()))
        .map(it -> "Eval cases with the scorer '" + it.id() + "' can no longer be judged.")
        .forEach(losses::add);
    return List.copyOf(losses);
  }

  private boolean isOwn(PluginOrigin origin) {
    return origin.pluginId().equals(pluginId);
  }

  private static String paths(ClientFormat format) {
    return format.routes().stream()
        .map(route -> route.method() + " " + route.path())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String speakers(String format) {
    List<String> names =
        registry.providers().stream()
            .filter(it -> it.descriptor().endpoints().stream().anyMatch(e -> speaks(e, format)))
            .map(it -> it.descriptor().name())
            .toList();
    return names.isEmpty()
        ? ""
        : "These providers can no longer be reached, since they speak %s: %s."
            .formatted(format, String.join(", ", names));
  }

  private static boolean speaks(Endpoint endpoint, String format) {
    return endpoint.format().equals(format);
  }
}
