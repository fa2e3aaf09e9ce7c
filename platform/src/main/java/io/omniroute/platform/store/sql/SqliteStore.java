package io.omniroute.platform.store.sql;

import io.omniroute.platform.store.ApiKeyRepository;
import io.omniroute.platform.store.AuditLog;
import io.omniroute.platform.store.ConnectionRepository;
import io.omniroute.platform.store.KeyFile;
import io.omniroute.platform.store.MasterKey;
import io.omniroute.platform.store.PluginStateRepository;
import io.omniroute.platform.store.ProviderNodeRepository;
import io.omniroute.platform.store.RequestLog;
import io.omniroute.platform.store.Secret;
import io.omniroute.platform.store.SecretBox;
import io.omniroute.platform.store.ServerSecrets;
import io.omniroute.platform.store.SettingsRepository;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreException;
import io.omniroute.platform.store.StoreFacts;
import io.omniroute.platform.store.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sqlite.SQLiteJDBCLoader;

/** The store in one SQLite file, {@code storage.sqlite}, in write-ahead mode. Thread-safe. */
public final class SqliteStore implements Store {

  private static final String SOUND = "ok";
  private static final String HASH_SECRET = "store.api-key-hash";
  private static final Duration LAST_ROWS = Duration.ofSeconds(20);

  private final DataDirectory directory;
  private final Database database;
  private final RequestQueue queue;
  private final ConnectionRepository connections;
  private final ProviderNodeRepository providerNodes;
  private final ApiKeyRepository apiKeys;
  private final SettingsRepository settings;
  private final ServerSecrets secrets;
  private final PluginStateRepository plugins;
  private final RequestLog requestLog;
  private final AuditLog auditLog;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * What was unlocked at the start.
   *
   * @param box for the secrets of the database
   * @param hashSecret what API keys are hashed under
   */
  private record Unlocked(SecretBox box, Secret hashSecret) {}

  private SqliteStore(DataDirectory directory, Database database, Unlocked unlocked) {
    this.directory = directory;
    this.database = database;
    this.queue = new RequestQueue(database);
    this.connections = new SqlConnections(database, unlocked.box());
    this.providerNodes = new SqlProviderNodes(database);
    this.apiKeys = new SqlApiKeys(database, unlocked.hashSecret());
    this.settings = new SqlSettings(database);
    this.secrets = new SqlServerSecrets(database, unlocked.box());
    this.plugins = new SqlPluginStates(database, unlocked.box());
    this.requestLog = new SqlRequestLog(database, queue);
    this.auditLog = new SqlAuditLog(database);
  }

  /**
   * Opens the store of a data directory: takes the directory, brings the schema up to date, finds
   * the key and proves it. Blocks for as long as that takes.
   *
   * @throws StoreException with a sentence for the person who started the gateway
   */
  public static SqliteStore open(StoreOptions options) {
    DataDirectory directory = DataDirectory.take(options.dataDirectory());
    Database database = new Database(directory.database());
    boolean opened = false;
    try {
      Schema.bringUpToDate(database);
      Keyring keyring = new Keyring(KeyFile.in(directory.folder()), options.encryptionKey());
      Unlocked unlocked =
          database.write(
              dsl -> {
                SecretBox box = keyring.open(dsl);
                return new Unlocked(
                    box,
                    SqlServerSecrets.findOrCreate(
                        dsl, box, HASH_SECRET, () -> MasterKey.randomSecret()));
              });
      SqliteStore store = new SqliteStore(directory, database, unlocked);
      opened = true;
      return store;
    } finally {
      if (!opened) {
        database.close();
        directory.close();
      }
    }
  }

  @Override
  public ConnectionRepository connections() {
    return connections;
  }

  @Override
  public ProviderNodeRepository providerNodes() {
    return providerNodes;
  }

  @Override
  public ApiKeyRepository apiKeys() {
    return apiKeys;
  }

  @Override
  public SettingsRepository settings() {
    return settings;
  }

  @Override
  public ServerSecrets secrets() {
    return secrets;
  }

  @Override
  public PluginStateRepository plugins() {
    return plugins;
  }

  @Override
  public RequestLog requestLog() {
    return requestLog;
  }

  @Override
  public AuditLog auditLog() {
    return auditLog;
  }

  @Override
  public List<String> integrityCheck() {
    try {
      List<String> findings = database.inspect("integrity_check");
      return findings.equals(List.of(SOUND)) ? List.of() : findings;
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.CORRUPT) {
        // So damaged that not even the check comes to its end.
        return List.of(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  @Override
  public StoreFacts facts() {
    Path file = directory.database();
    return new StoreFacts(
        file,
        DataDirectory.size(file),
        DataDirectory.size(file.resolveSibling(file.getFileName() + "-wal")),
        Schema.VERSION,
        "SQLite " + SQLiteJDBCLoader.getVersion());
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      queue.close(LAST_ROWS);
      database.close();
      directory.close();
    }
  }
}
