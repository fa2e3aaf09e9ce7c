package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the contract tests of every adapter begin with: a new store in a directory of its own. */
public abstract class StoreContract {

  /** A moment that is stored without loss. */
  protected static final Instant MOMENT = Instant.parse("2026-03-01T12:00:00.123Z");

  @TempDir protected Path folder;
  protected Store store;

  /** Opens the adapter under test. */
  protected abstract Store open(StoreOptions options);

  @BeforeEach
  final void openStore() {
    store = open(StoreOptions.in(folder.resolve("data")));
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  /** Closes the store and opens it again. */
  protected final void restart() {
    store.close();
    openStore();
  }

  /** Waits until the request log is written. */
  protected final void settle() {
    assertThat(store.requestLog().flush(Duration.ofSeconds(30))).isTrue();
  }
}
