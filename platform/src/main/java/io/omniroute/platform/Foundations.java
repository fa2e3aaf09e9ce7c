package io.omniroute.platform;

import io.omniroute.platform.http.HttpFront;
import io.omniroute.platform.outbound.OutboundClient;
import io.omniroute.platform.outbound.OutboundLimits;
import io.omniroute.platform.plugin.PluginHost;
import io.omniroute.platform.plugin.PluginHostOptions;
import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreOptions;
import io.omniroute.platform.store.sql.SqliteStore;
import org.xnio.XnioWorker;

/** What everything else stands on: store, plugins, threads. */
record Foundations(Store store, PluginHost plugins, OutboundClient outbound, XnioWorker worker)
    implements AutoCloseable {

  static Foundations lay(StartOptions options) {
    XnioWorker worker = HttpFront.newWorker();
    Store store =
        SqliteStore.open(
            new StoreOptions(
                options.dataFolder(), Secret.ofNullable(System.getenv("STORAGE_ENCRYPTION_KEY"))));
    OutboundClient outbound = new OutboundClient(OutboundLimits.CHECK);
    PluginHost plugins =
        PluginHost.start(
            PluginHostOptions.of(options.pluginsFolder(), options.dataFolder()), store.plugins());
    return new Foundations(store, plugins, outbound, worker);
  }

  @Override
  public void close() {
    plugins.close();
    outbound.close();
    store.close();
    worker.shutdownNow();
  }
}
