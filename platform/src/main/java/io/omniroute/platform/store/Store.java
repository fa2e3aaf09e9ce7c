package io.omniroute.platform.store;

import java.util.List;

/**
 * Everything the gateway keeps in one data directory. Thread-safe. Reads and writes block the
 * calling thread (a virtual one is fine: the native calls run on threads of the store's own) and
 * throw {@link StoreException}. A write that returned survives the death of the process. Nothing
 * here belongs on the path of a request except {@link RequestLog#append}, which never blocks.
 */
public interface Store extends AutoCloseable {

  /** Accounts at providers. */
  ConnectionRepository connections();

  /** Endpoints that a person added as a provider of their own. */
  ProviderNodeRepository providerNodes();

  /** Keys that the gateway hands out. */
  ApiKeyRepository apiKeys();

  /** Settings, by namespace and key. */
  SettingsRepository settings();

  /** Secrets of the gateway itself, encrypted at rest and never exported. */
  ServerSecrets secrets();

  /** What is known of installed plugins. */
  PluginStateRepository plugins();

  /** Requests and their attempts. */
  RequestLog requestLog();

  /** Who changed what. */
  AuditLog auditLog();

  /**
   * Reads the whole database and reports damage: empty means sound. Takes time in proportion to its
   * size.
   */
  List<String> integrityCheck();

  /** Where the store is and how large; cheap enough for a health page. */
  StoreFacts facts();

  /** Writes what is queued, then releases files and threads. May be called twice. */
  @Override
  void close();
}
