package io.omniroute.platform;

import io.omniroute.platform.route.ObservedConnections;
import io.omniroute.platform.store.ApiKeyRepository;
import io.omniroute.platform.store.AuditLog;
import io.omniroute.platform.store.ConnectionRepository;
import io.omniroute.platform.store.PluginStateRepository;
import io.omniroute.platform.store.ProviderNodeRepository;
import io.omniroute.platform.store.RequestLog;
import io.omniroute.platform.store.ServerSecrets;
import io.omniroute.platform.store.SettingsRepository;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreFacts;
import java.util.List;

/** A store that tells the request path when accounts have changed. */
final class ObservedStore implements Store {

  private final Store store;
  private final ConnectionRepository connections;

  ObservedStore(Store store, Runnable accountsChanged) {
    this.store = store;
    this.connections = new ObservedConnections(store.connections(), accountsChanged);
  }

  @Override
  public ConnectionRepository connections() {
    return connections;
  }

  @Override
  public ProviderNodeRepository providerNodes() {
    return store.providerNodes();
  }

  @Override
  public ApiKeyRepository apiKeys() {
    return store.apiKeys();
  }

  @Override
  public SettingsRepository settings() {
    return store.settings();
  }

  @Override
  public ServerSecrets secrets() {
    return store.secrets();
  }

  @Override
  public PluginStateRepository plugins() {
    return store.plugins();
  }

  @Override
  public RequestLog requestLog() {
    return store.requestLog();
  }

  @Override
  public AuditLog auditLog() {
    return store.auditLog();
  }

  @Override
  public List<String> integrityCheck() {
    return store.integrityCheck();
  }

  @Override
  public StoreFacts facts() {
    return store.facts();
  }

  @Override
  public void close() {
    store.close();
  }
}
