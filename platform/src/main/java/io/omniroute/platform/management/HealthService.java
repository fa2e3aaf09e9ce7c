package io.omniroute.platform.management;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of the gateway. Thread-safe; may block for the store. */
public interface HealthService {

  /** The state now. */
  Health now();

  /**
   * The state of the gateway.
   *
   * @param status {@code healthy}, or {@code degraded}: it serves, but something needs a person
   * @param problems what needs a person, one sentence each
   * @param timestamp when
   * @param system the process
   * @param store the database
   * @param providers each provider that has accounts
   * @param plugins how many plugins there are by state
   * @param setupComplete whether a password is set
   */
  record Health(
      String status,
      List<String> problems,
      Instant timestamp,
      SystemHealth system,
      StoreHealth store,
      List<ProviderHealth> providers,
      PluginHealth plugins,
      boolean setupComplete) {

    /** Copies the lists. */
    public Health {
      problems = List.copyOf(problems);
      providers = List.copyOf(providers);
    }
  }

  /**
   * The process.
   *
   * @param version the gateway's version
   * @param javaVersion the Java runtime's version
   * @param uptimeSeconds since the start
   * @param residentBytes memory the process holds; null where the system does not tell
   * @param heapUsedBytes heap in use
   * @param heapTotalBytes heap taken from the system
   * @param heapMaxBytes the most the heap may take
   * @param pid the process's id
   * @param platform the operating system
   */
  record SystemHealth(
      String version,
      String javaVersion,
      long uptimeSeconds,
      @Nullable Long residentBytes,
      long heapUsedBytes,
      long heapTotalBytes,
      long heapMaxBytes,
      long pid,
      String platform) {}

  /**
   * The database.
   *
   * @param reachable whether it answers
   * @param engine its product and version
   * @param databaseBytes its size
   * @param journalBytes what is not yet moved into it
   * @param schemaVersion its newest migration
   * @param droppedRecords request records lost since the start
   */
  record StoreHealth(
      boolean reachable,
      String engine,
      long databaseBytes,
      long journalBytes,
      int schemaVersion,
      long droppedRecords) {}

  /**
   * A provider by its accounts.
   *
   * @param provider its id
   * @param state {@code unknown} without evidence, {@code healthy}, {@code cooling}, {@code
   *     failing}, {@code unavailable} where its plugin is gone, {@code off} where no account may be
   *     used
   * @param accounts how many accounts
   * @param failures how many of them failed last
   * @param lastFailure when the last failure was
   */
  record ProviderHealth(
      String provider, String state, int accounts, int failures, @Nullable Instant lastFailure) {}

  /**
   * Plugins by state.
   *
   * @param active how many run
   * @param off how many are switched off
   * @param failed how many failed
   */
  record PluginHealth(int active, int off, int failed) {}
}
