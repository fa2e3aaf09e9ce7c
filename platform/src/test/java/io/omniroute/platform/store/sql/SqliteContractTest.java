package io.omniroute.platform.store.sql;

import io.omniroute.platform.store.ApiKeysContract;
import io.omniroute.platform.store.ConnectionsContract;
import io.omniroute.platform.store.HostStateContract;
import io.omniroute.platform.store.ProviderNodesContract;
import io.omniroute.platform.store.RequestLogContract;
import io.omniroute.platform.store.SettingsContract;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreOptions;
import org.junit.jupiter.api.Nested;

/** The SQLite adapter keeps the contract of the ports. */
class SqliteContractTest {

  @Nested
  class Connections extends ConnectionsContract {
    @Override
    protected Store open(StoreOptions options) {
      return SqliteStore.open(options);
    }
  }

  @Nested
  class ProviderNodes extends ProviderNodesContract {
    @Override
    protected Store open(StoreOptions options) {
      return SqliteStore.open(options);
    }
  }

  @Nested
  class ApiKeys extends ApiKeysContract {
    @Override
    protected Store open(StoreOptions options) {
      return SqliteStore.open(options);
    }
  }

  @Nested
  class Settings extends SettingsContract {
    @Override
    protected Store open(StoreOptions options) {
      return SqliteStore.open(options);
    }
  }

  @Nested
  class HostState extends HostStateContract {
    @Override
    protected Store open(StoreOptions options) {
      return SqliteStore.open(options);
    }
  }

  @Nested
  class Requests extends RequestLogContract {
    @Override
    protected Store open(StoreOptions options) {
      return SqliteStore.open(options);
    }
  }
}
