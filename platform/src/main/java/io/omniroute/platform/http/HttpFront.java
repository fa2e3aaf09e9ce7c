package io.omniroute.platform.http;

import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.management.Management;
import io.omniroute.platform.management.Settings;
import io.omniroute.platform.management.WebModule;
import io.omniroute.platform.pipeline.ChatPipeline;
import io.omniroute.platform.plugin.Plugins;
import io.omniroute.platform.route.ModelCatalog;
import io.omniroute.platform.web.Routes;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.xnio.XnioWorker;

/**
 * The gateway towards its clients: one listener, in front of the inference routes, the management
 * routes and the pages.
 */
public final class HttpFront implements AutoCloseable {

  private final InferenceRoutes inferenceRoutes;
  private final Exchanges exchanges = new Exchanges();
  private final Edge edge;
  private final Server server;

  /** Everything is wired; {@link #start} listens. */
  public HttpFront(Parts parts, Consumer<Routes> routes) {
    WebRoutes web = new WebRoutes();
    routes.accept(web);
    Management management = parts.management();
    Supplier<Settings> settings = () -> management.services().settings().current();
    AccessControl access = management.access();
    ModelLists models = new ModelLists(parts.catalog(), management.keys(), access, settings);
    LongSupplier bodyLimit = () -> settings.get().maxBodyBytes();
    inferenceRoutes = new InferenceRoutes(parts.plugins());
    InferenceEndpoint inference =
        new InferenceEndpoint(
            parts.plugins(),
            management.keys(),
            new InferenceServices(parts.pipeline(), models),
            exchanges,
            bodyLimit);
    WebEndpoint pages =
        new WebEndpoint(web.build(), access, new WebErrors(parts.modules()), exchanges, bodyLimit);
    Cors cors = new Cors(() -> settings.get().corsOrigins());
    edge =
        new Edge(
            new EdgeParts(inferenceRoutes, inference, pages, management.firstRun(), access, cors));
    server = new Server(parts.address(), parts.worker(), edge);
  }

  /** Makes the threads that carry all sockets; the upstream client shares them. */
  public static XnioWorker newWorker() {
    return Server.worker();
  }

  /**
   * Listens.
   *
   * @throws RuntimeException when the address cannot be had; its cause says why
   */
  public void start() {
    server.start();
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** How many requests are being served. */
  public int running() {
    return exchanges.count();
  }

  /**
   * Refuses new requests and waits for the running ones.
   *
   * @return whether all were done in time; those that were not are cut off by {@link #close}
   */
  public boolean drain(Duration limit) throws InterruptedException {
    edge.drain();
    return exchanges.awaitIdle(limit);
  }

  @Override
  public void close() {
    exchanges.cancelAll();
    exchanges.close();
    inferenceRoutes.close();
    server.stop();
  }

  /**
   * What the front is made of.
   *
   * @param address where to listen
   * @param worker the threads that carry sockets
   * @param plugins what plugins provide
   * @param pipeline serves conversations
   * @param catalog the models there are
   * @param management who may call, and the settings
   * @param modules what else adds routes
   */
  public record Parts(
      InetSocketAddress address,
      XnioWorker worker,
      Plugins plugins,
      ChatPipeline pipeline,
      ModelCatalog catalog,
      Management management,
      List<WebModule> modules) {}
}
