package io.omniroute.platform.management;

import io.omniroute.api.GatewayException;
import io.omniroute.api.http.Headers;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.http.HttpExchanger;
import io.omniroute.api.provider.LocalServer;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.platform.management.CheckService.DiscoveredServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Knocks at the ports where providers' servers would be, all at once. Thread-safe; blocks. */
final class LocalServers {

  private final HttpExchanger http;

  LocalServers(HttpExchanger http) {
    this.http = http;
  }

  /** The servers that answer, in the order of the providers. */
  List<DiscoveredServer> find(List<Catalogue.Item> providers, Collection<String> connected) {
    List<DiscoveredServer> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Optional<DiscoveredServer>>> running = new ArrayList<>();
      for (Catalogue.Item item : providers) {
        ProviderDescriptor provider = item.descriptor();
        LocalServer server = provider.localServer();
        if (server != null) {
          running.add(threads.submit(() -> knock(provider, server, connected)));
        }
      }
      for (Future<Optional<DiscoveredServer>> one : running) {
        one.get().ifPresent(found::add);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a search on this machine failed", e.getCause());
    }
    return List.copyOf(found);
  }

  private Optional<DiscoveredServer> knock(
      ProviderDescriptor provider, LocalServer server, Collection<String> connected) {
    try {
      URI uri = URI.create(server.baseUrl() + server.probePath());
      if (!http.exchange(HttpCall.get(uri, Headers.NONE)).successful()) {
        return Optional.empty();
      }
      return Optional.of(
          new DiscoveredServer(
              provider.id(), provider.name(), server.baseUrl(), connected.contains(provider.id())));
    } catch (GatewayException | IllegalArgumentException nobody) {
      return Optional.empty();
    }
  }
}
