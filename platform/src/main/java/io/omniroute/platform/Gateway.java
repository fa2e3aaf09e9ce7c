package io.omniroute.platform;

import io.omniroute.platform.http.HttpFront;
import io.omniroute.platform.management.Management;
import io.omniroute.platform.management.ManagementOptions;
import io.omniroute.platform.management.Settings;
import io.omniroute.platform.management.WebModule;
import io.omniroute.platform.management.http.ManagementRoutes;
import io.omniroute.platform.pipeline.ChatPipeline;
import io.omniroute.platform.pipeline.PipelineSettings;
import io.omniroute.platform.route.AccountDirectory;
import io.omniroute.platform.route.ModelCatalog;
import io.omniroute.platform.route.NodeDirectory;
import io.omniroute.platform.route.Planner;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.upstream.UpstreamClient;
import io.omniroute.platform.upstream.UpstreamSettings;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A running gateway: everything wired, in the order of its parts' needs. */
final class Gateway implements AutoCloseable {

  private final Foundations foundations;
  private final UpstreamClient upstream;
  private final Management management;
  private final HttpFront front;

  private Gateway(
      Foundations foundations, UpstreamClient upstream, Management management, HttpFront front) {
    this.foundations = foundations;
    this.upstream = upstream;
    this.management = management;
    this.front = front;
  }

  /**
   * Starts everything and listens.
   *
   * @param stop stops the process in an orderly way; for the management route that asks for it
   * @throws io.omniroute.platform.store.StoreException saying what is in the way of the store
   */
  static Gateway start(StartOptions options, List<WebModule> modules, Runnable stop) {
    Foundations foundations = Foundations.lay(options);
    try {
      return build(options, foundations, modules, stop);
    } catch (RuntimeException e) {
      foundations.close();
      throw e;
    }
  }

  private static Gateway build(
      StartOptions options, Foundations foundations, List<WebModule> modules, Runnable stop) {
    AccountsChanged changed = new AccountsChanged();
    Store store = new ObservedStore(foundations.store(), changed);
    Management management =
        Management.open(
            new ManagementOptions(
                store,
                foundations.plugins(),
                options.exposure(),
                System.getenv(),
                Main.version(),
                stop));
    AccountDirectory accounts =
        new AccountDirectory(
            foundations.store().connections(), () -> management.settings().baseUrls());
    accounts.reload();
    changed.then(accounts::reload);
    NodeDirectory nodes = new NodeDirectory(() -> management.services().nodes().descriptors());
    Clock clock = Clock.systemUTC();
    Planner planner = new Planner(accounts, nodes, clock);
    var _ = foundations.plugins().onChange(registry -> planner.pluginsChanged());
    UpstreamClient upstream = new UpstreamClient(foundations.worker(), UpstreamSettings.defaults());
    ChatPipeline pipeline =
        new ChatPipeline(
            planner, upstream, store.requestLog(), () -> pipelineSettings(management.settings()));
    ModelCatalog catalog = new ModelCatalog(accounts, nodes, clock.instant());
    HttpFront front =
        front(options, foundations, management, modules, new Inference(pipeline, catalog));
    front.start();
    return new Gateway(foundations, upstream, management, front);
  }

  private static HttpFront front(
      StartOptions options,
      Foundations foundations,
      Management management,
      List<WebModule> modules,
      Inference inference) {
    return new HttpFront(
        new HttpFront.Parts(
            options.address(),
            foundations.worker(),
            foundations.plugins(),
            inference.pipeline(),
            inference.catalog(),
            management,
            modules),
        routes -> {
          ManagementRoutes.register(routes, management.services(), management::stop);
          modules.forEach(module -> module.register(routes, management.services()));
        });
  }

  private static PipelineSettings pipelineSettings(Settings settings) {
    return new PipelineSettings(
        settings.connectTimeout(),
        settings.firstByteTimeout(),
        settings.streamIdleTimeout(),
        settings.callTimeout(),
        PipelineSettings.DEFAULT.maxAnswerBytes());
  }

  /** Where it listens. */
  InetSocketAddress address() {
    return front.address();
  }

  /** The parts that the dashboard and the management API share. */
  Management management() {
    return management;
  }

  /** Lets running requests end, then stops everything. */
  void drain(Duration limit) {
    try {
      var _ = front.drain(limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  @Override
  public void close() {
    front.close();
    upstream.close();
    management.close();
    foundations.close();
  }

  /** What inference routes lead to. */
  private record Inference(ChatPipeline pipeline, ModelCatalog catalog) {}

  /** Tells the request path when it exists. */
  private static final class AccountsChanged implements Runnable {

    private volatile Runnable action = () -> {};

    void then(Runnable next) {
      action = next;
    }

    @Override
    public void run() {
      action.run();
    }
  }
}
