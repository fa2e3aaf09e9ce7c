package io.omniroute.platform.management;

import io.omniroute.api.GatewayException;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.auth.Exposure;
import io.omniroute.platform.auth.TestClock;
import io.omniroute.platform.plugin.PluginRegistry;
import io.omniroute.platform.plugin.Plugins;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreOptions;
import io.omniroute.platform.store.sql.SqliteStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Management over a real store, with providers and a scripted server in place of the world. */
public final class TestGateway implements AutoCloseable {

  /** A person at this machine. */
  public static final Actor PERSON = new Actor("session", "127.0.0.1", true, true);

  /** A program with a key. */
  public static final Actor PROGRAM = new Actor("key:1", "203.0.113.7", false, false);

  /** What providers are asked instead of the world. */
  public final ScriptedServer server = new ScriptedServer();

  /** What everything is kept in. */
  public final Store store;

  /** What is tested. */
  public final Management management;

  /** Tells the time. */
  public final TestClock clock = new TestClock();

  /** Falls when the gateway is told to stop. */
  public final CountDownLatch stopped = new CountDownLatch(1);

  private TestGateway(Path folder, Map<String, String> environment, boolean loopbackOnly) {
    store = SqliteStore.open(StoreOptions.in(folder));
    Plugins plugins = Plugins.fixed(PluginRegistry.of(TestProviders.all(server.baseUrl())));
    management =
        Management.open(
            new ManagementParts(
                store,
                plugins,
                new FakePlugins(),
                environment,
                new Exposure(loopbackOnly, List.of()),
                "1.2.3",
                stopped::countDown,
                clock));
  }

  /** A gateway that listens on loopback alone. */
  public static TestGateway in(Path folder, Map<String, String> environment) {
    return new TestGateway(folder, environment, true);
  }

  /** A gateway that can be reached from elsewhere. */
  public static TestGateway exposed(Path folder, Map<String, String> environment) {
    return new TestGateway(folder, environment, false);
  }

  /** The services. */
  public Services services() {
    return management.services();
  }

  /** An account of the provider that lists its models. */
  public AccountView account(String name, String key) {
    return services().providers().create(AccountDraft.of("acme", name, key), PERSON);
  }

  /** JSON as an object. */
  public static JsonObject json(String text) {
    return (JsonObject) Json.parse(text.replace('\'', '"'));
  }

  /** The faults that were found, as {@code field message}. */
  public static List<String> faults(GatewayException refused) {
    return ((InvalidInput) refused)
        .problems().stream().map(problem -> problem.field() + " " + problem.message()).toList();
  }

  @Override
  public void close() {
    management.close();
    store.close();
    server.close();
  }
}
