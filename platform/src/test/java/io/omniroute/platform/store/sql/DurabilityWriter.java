package io.omniroute.platform.store.sql;

import io.omniroute.platform.store.ApiKey;
import io.omniroute.platform.store.RequestRecord;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * A process that writes without end and prints a line for each write that was acknowledged, until
 * it is killed.
 */
final class DurabilityWriter {

  private static final int THREADS = 4;

  private DurabilityWriter() {}

  /** Writes into the data directory of the first argument. */
  public static void main(String[] args) {
    Store store = SqliteStore.open(StoreOptions.in(Path.of(args[0])));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        threads.execute(() -> write(store, thread));
      }
    }
  }

  private static void write(Store store, int thread) {
    for (int number = 0; ; number++) {
      String name = thread + "-" + number;
      store.settings().put("load", name, "\"" + name + "\"");
      say("stored setting " + name + ";");
      store.apiKeys().save(key(store, name));
      say("stored key " + name + ";");
      for (int i = 0; i < 50; i++) {
        store
            .requestLog()
            .append(
                RequestRecord.builder(name + "-" + i, Instant.now(), "POST", "/v1/x")
                    .finish(200, 1));
      }
    }
  }

  private static ApiKey key(Store store, String name) {
    Instant now = Instant.now();
    return new ApiKey(
        name, name, store.apiKeys().hash(name), "", "", "", List.of(), true, now, null, null);
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
