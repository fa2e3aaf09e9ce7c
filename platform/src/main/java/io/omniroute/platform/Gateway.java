package io.omniroute.platform;

import io.omniroute.platform.http.HttpFront;
import io.omniroute.platform.management.Management;
import io.omniroute.platform.management.ManagementParts;
import io.omniroute.platform.management.PluginControl;
import io.omniroute.platform.management.Settings;
import io.omniroute.platform.management.WebModule;
import io.omniroute.platform.management.http.ManagementRoutes;
import io.omniroute.platform.pipeline.ChatPipeline;
import io.omniroute.platform.pipeline.PipelineSettings;
import io.omniroute.platform.route.AccountDirectory;
import io.omniroute.platform.route.ModelCatalog;
import io.omniroute.platform.route.NodeDirectory;
import io.omniroute.platform.route.Planner;
import io.omniroute.platform.upstream.UpstreamClient;
import io.omniroute.platform.upstream.UpstreamSettings;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running gateway: everything wired, in the order of its parts' needs. */
final class Gateway implements AutoCloseable {

  private final Foundations foundations;
  private final Management management;
  private final UpstreamClient upstream;
  private final HttpFront front;
  private final AtomicBoolean draining;

  private Gateway(
      Foundations foundations,
      Management management,
      UpstreamClient upstream,
      HttpFront front,
      AtomicBoolean draining) {
    this.foundations = foundations;
    this.management = management;
    this.upstream = upstream;
    this.front = front;
    this.draining = draining;
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
    Clock clock = Clock.systemUTC();
    AtomicBoolean draining = new AtomicBoolean();
    Management management =
        Management.start(
            new ManagementParts(
                foundations.store(),
                foundations.plugins(),
                PluginControl.of(foundations.plugins()),
                System.getenv(),
                options.exposure(),
                Main.version(),
                draining::get,
                clock));
    AccountDirectory accounts =
        new AccountDirectory(
            foundations.store().connections(), () -> settings(management).baseUrls());
    accounts.reload();
    management.onAccountsChange(accounts::reload);
    NodeDirectory nodes = new NodeDirectory(() -> management.services().nodes().descriptors());
    Planner planner = new Planner(accounts, nodes, clock);
    var _ = foundations.plugins().onChange(registry -> planner.pluginsChanged());
    UpstreamClient upstream = new UpstreamClient(foundations.worker(), UpstreamSettings.defaults());
    ChatPipeline pipeline =
        new ChatPipeline(
            planner,
            upstream,
            foundations.store().requestLog(),
            () -> pipelineSettings(settings(management)));
    ModelCatalog catalog = new ModelCatalog(accounts, nodes, clock.instant());
    HttpFront front =
        new HttpFront(
            new HttpFront.Parts(
                options.address(),
                foundations.worker(),
                foundations.plugins(),
                pipeline,
                catalog,
                management,
                modules),
            routes -> {
              ManagementRoutes.register(routes, management.services(), stop);
              modules.forEach(module -> module.register(routes, management.services()));
            });
    front.start();
    return new Gateway(foundations, management, upstream, front, draining);
  }

  private static Settings settings(Management management) {
    return management.services().settings().current();
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

  /** The services and what stands before them. */
  Management management() {
    return management;
  }

  /** Lets running requests end, then stops everything. */
  void drain(Duration limit) {
    draining.set(true);
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
}
