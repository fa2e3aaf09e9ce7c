package io.omniroute.dashboard.connect;

import io.omniroute.api.provider.Endpoint;
import io.omniroute.dashboard.providers.Providers;
import io.omniroute.platform.management.PluginService.PluginView;
import io.omniroute.platform.management.Services;
import io.omniroute.platform.web.WebRequest;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a tool must know of the gateway.
 *
 * @param baseUrl the address a tool is given
 * @param open whether requests without a key are served
 * @param clientFormats the wire formats that are spoken
 * @param exampleModel a model that can be asked now; empty where there is none
 */
public record Gateway(
    String baseUrl, boolean open, Set<String> clientFormats, String exampleModel) {

  /** Copies the formats. */
  public Gateway {
    clientFormats = Set.copyOf(clientFormats);
  }

  /** The gateway as whoever sent this request reaches it: that address works for a tool too. */
  public static Gateway seenBy(WebRequest request, Services services) {
    String scheme = request.secure() ? "https://" : "http://";
    String host = request.header("Host").orElse("localhost");
    return new Gateway(
        scheme + host + "/v1",
        !services.settings().current().requireApiKey()
            && request.clientAddress().isLoopbackAddress(),
        formats(services),
        exampleModel(services));
  }

  private static Set<String> formats(Services services) {
    return services.plugins().plugins().stream()
        .filter(plugin -> plugin.state().equals("active") && plugin.kinds().contains("translator"))
        .map(PluginView::provides)
        .flatMap(provides -> provides.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A model of a provider that answered, else of the built-in one, else of any connected one. */
  private static String exampleModel(Services services) {
    return new Providers(services)
        .all().stream()
            .filter(Providers.Known::connected)
            .sorted(Comparator.comparing(Providers.Known::evidence).reversed())
            .flatMap(
                known ->
                    known.view().descriptor().models().stream()
                        .filter(model -> model.kind() == Endpoint.Kind.CHAT)
                        .map(model -> known.id() + "/" + model.id()))
            .findFirst()
            .orElse("");
  }
}
