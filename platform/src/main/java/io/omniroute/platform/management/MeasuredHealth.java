package io.omniroute.platform.management;

import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the process, the database, accounts and plugins. Nothing is called well unseen. */
final class MeasuredHealth implements HealthService {

  private static final Path STATUS = Path.of("/proc/self/status");

  private final Store store;
  private final ProviderService providers;
  private final PluginService plugins;
  private final LoginService login;
  private final Process process;

  MeasuredHealth(
      Store store,
      ProviderService providers,
      PluginService plugins,
      LoginService login,
      Process process) {
    this.store = store;
    this.providers = providers;
    this.plugins = plugins;
    this.login = login;
    this.process = process;
  }

  @Override
  public Health now() {
    Instant now = process.clock().instant();
    List<String> problems = new ArrayList<>();
    StoreHealth database = database(problems);
    List<ProviderHealth> providerHealth = database.reachable() ? providerHealth(now) : List.of();
    providerHealth.stream()
        .filter(one -> one.state().equals("failing") || one.state().equals("unavailable"))
        .forEach(one -> problems.add("Provider " + one.provider() + " is " + one.state()));
    PluginHealth pluginHealth = pluginHealth(problems);
    String status = problems.isEmpty() ? "healthy" : "degraded";
    return new Health(
        status,
        problems,
        now,
        system(now),
        database,
        providerHealth,
        pluginHealth,
        !login.state().needsSetup());
  }

  private StoreHealth database(List<String> problems) {
    try {
      StoreFacts facts = store.facts();
      long dropped = store.requestLog().droppedCount();
      if (dropped > 0) {
        problems.add(dropped + " request records were lost because the database was too slow");
      }
      return new StoreHealth(
          true,
          facts.engine(),
          facts.databaseBytes(),
          facts.journalBytes(),
          facts.schemaVersion(),
          dropped);
    } catch (StoreException e) {
      problems.add("The database does not answer");
      return new StoreHealth(false, "", 0, 0, 0, 0);
    }
  }

  private List<ProviderHealth> providerHealth(Instant now) {
    Map<String, List<AccountView>> byProvider =
        providers.accounts().stream()
            .collect(
                Collectors.groupingBy(AccountView::provider, TreeMap::new, Collectors.toList()));
    return byProvider.entrySet().stream()
        .map(entry -> providerHealth(entry.getKey(), entry.getValue(), now))
        .toList();
  }

  private static ProviderHealth providerHealth(
      String provider, List<AccountView> accounts, Instant now) {
    List<AccountView> active = accounts.stream().filter(AccountView::active).toList();
    int failing = (int) active.stream().filter(MeasuredHealth::failing).count();
    Instant lastFailure =
        active.stream()
            .map(account -> account.status().lastErrorAt())
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new ProviderHealth(
        provider, state(active, accounts, failing, now), accounts.size(), failing, lastFailure);
  }

  private static String state(
      List<AccountView> active, List<AccountView> all, int failing, Instant now) {
    if (!all.getFirst().providerAvailable()) {
      return "unavailable";
    }
    if (active.isEmpty()) {
      return "off";
    }
    if (failing == active.size()) {
      return "failing";
    }
    if (active.stream().allMatch(account -> cooling(account, now))) {
      return "cooling";
    }
    boolean seenWell =
        active.stream().anyMatch(account -> account.status().testStatus().equals("active"));
    return seenWell ? "healthy" : "unknown";
  }

  private static boolean failing(AccountView account) {
    String status = account.status().testStatus();
    return status.equals("error") || status.equals("unavailable");
  }

  private static boolean cooling(AccountView account, Instant now) {
    Instant until = account.status().rateLimitedUntil();
    return until != null && until.isAfter(now);
  }

  private PluginHealth pluginHealth(List<String> problems) {
    int active = 0;
    int off = 0;
    int failed = 0;
    for (PluginService.PluginView plugin : plugins.plugins()) {
      switch (plugin.state()) {
        case "active" -> active++;
        case "disabled" -> off++;
        case "failed" -> {
          failed++;
          problems.add("Plugin " + plugin.id() + " failed");
        }
        default -> {}
      }
    }
    return new PluginHealth(active, off, failed);
  }

  private SystemHealth system(Instant now) {
    Runtime runtime = Runtime.getRuntime();
    return new SystemHealth(
        process.version(),
        Runtime.version().toString(),
        Duration.between(process.startedAt(), now).toSeconds(),
        residentBytes(),
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.totalMemory(),
        runtime.maxMemory(),
        ProcessHandle.current().pid(),
        System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
  }

  /** What the kernel says the process holds; only Linux tells without native calls. */
  private static @Nullable Long residentBytes() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .findFirst()
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .orElse(null);
    } catch (IOException notLinux) {
      return null;
    }
  }

  /**
   * Facts of the process.
   *
   * @param version the gateway's version
   * @param startedAt when it started
   * @param clock tells the time
   */
  record Process(String version, Instant startedAt, InstantSource clock) {}
}
