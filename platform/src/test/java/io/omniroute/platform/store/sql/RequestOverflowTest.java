package io.omniroute.platform.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.platform.store.RequestLog;
import io.omniroute.platform.store.RequestQuery;
import io.omniroute.platform.store.RequestRecord;
import io.omniroute.platform.store.Store;
import io.omniroute.platform.store.StoreOptions;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The request log under more than it can take. */
class RequestOverflowTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;

  private static RequestRecord request(int number) {
    return RequestRecord.builder("r" + number, NOW, "POST", "/v1/x").finish(200, 1);
  }

  @Test
  void whatTheQueueCannotHoldIsDroppedAndCountedWithoutWaiting() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (Store store = SqliteStore.open(StoreOptions.in(folder));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      RequestLog log = store.requestLog();
      var writing =
          threads.submit(() -> store.settings().update("any", values -> hold(busy, release)));
      assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();

      for (int i = 0; i < RequestQueue.CAPACITY + 700; i++) {
        log.append(request(i));
      }

      assertThat(log.droppedCount()).isEqualTo(700);
      assertThat(log.flush(Duration.ofMillis(1))).isFalse();
      release.countDown();
      writing.get(30, TimeUnit.SECONDS);
      assertThat(log.flush(LIMIT)).isTrue();
      assertThat(log.countsSince(NOW).total()).isEqualTo(RequestQueue.CAPACITY);
      log.append(request(RequestQueue.CAPACITY + 700));
      assertThat(log.flush(LIMIT)).isTrue();
      assertThat(log.countsSince(NOW).total()).isEqualTo(RequestQueue.CAPACITY + 1);
      assertThat(log.droppedCount()).isEqualTo(700);
    }
  }

  @Test
  void rowsArriveWithoutAnybodyAskingForIt() throws Exception {
    try (Store store = SqliteStore.open(StoreOptions.in(folder))) {
      store.requestLog().append(request(1));
      long deadline = System.nanoTime() + LIMIT.toNanos();

      while (store.requestLog().find("r1").isEmpty()) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aDatabaseThatRefusesCostsTheBatchButNotTheGateway() throws SQLException {
    Path database = folder.resolve("storage.sqlite");
    try (Store store = SqliteStore.open(StoreOptions.in(folder))) {
      RequestLog log = store.requestLog();
      log.append(request(1));
      assertThat(log.flush(LIMIT)).isTrue();
      execute(database, "alter table request_log rename to away");

      log.append(request(2));
      log.append(request(3));
      assertThat(log.flush(LIMIT)).isTrue();
      assertThat(log.droppedCount()).isEqualTo(2);
      assertThatThrownBy(() -> log.page(RequestQuery.newest(1))).isNotNull();

      execute(database, "alter table away rename to request_log");
      log.append(request(4));
      assertThat(log.flush(LIMIT)).isTrue();
      assertThat(log.countsSince(NOW).total()).isEqualTo(2);
    }
  }

  private static void execute(Path database, String sql) throws SQLException {
    try (Session other = Session.writer(database)) {
      other.transact(dsl -> dsl.execute(sql));
    }
  }

  private static Map<String, String> hold(CountDownLatch busy, CountDownLatch release) {
    busy.countDown();
    try {
      assertThat(release.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return Map.of();
  }
}
