package io.omniroute.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.platform.store.RequestQuery.StatusRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every adapter does with requests and their attempts. */
public abstract class RequestLogContract extends StoreContract {

  private static RequestRecordBuilder request(int number) {
    return RequestRecord.builder(
        "r%05d".formatted(number), MOMENT.plusMillis(number / 3), "POST", "/v1/chat/completions");
  }

  private void append(RequestRecord... records) {
    for (RequestRecord record : records) {
      store.requestLog().append(record);
    }
    settle();
  }

  private List<String> ids(RequestQuery query) {
    return store.requestLog().page(query).rows().stream().map(RequestRecord::id).toList();
  }

  @Test
  void everyPartComesBackAfterRestart() {
    RequestRecord full =
        request(1)
            .requested("best", "combo")
            .caller("k1", "laptop")
            .served("acme", "acme-large", "c1")
            .formats("a-chat", "b-chat")
            .streaming(true)
            .firstTokenMicros(1_500)
            .tokens(new TokenUsage(5_000_000_000L, 2, 3, 4, 5))
            .bytes(10, 20)
            .error("cut short")
            .dropped("temperature")
            .dropped("a \"quoted\" one")
            .attempt(
                new AttemptRecord(
                    "beta", "b1", null, 503, "overloaded", "next one", 900, TokenUsage.UNKNOWN))
            .attempt(
                new AttemptRecord(
                    "acme", "acme-large", "c1", 200, null, null, 5_000, TokenUsage.of(7, 8)))
            .finish(200, 7_000);
    RequestRecord bare = request(2).finish(404, 10);
    append(full, bare);

    restart();

    assertThat(store.requestLog().find("r00001")).contains(full);
    assertThat(store.requestLog().find("r00002")).contains(bare);
    assertThat(store.requestLog().find("r00003")).isEmpty();
    assertThat(store.requestLog().droppedCount()).isZero();
  }

  @Test
  void closingStoresWhatIsQueued() {
    for (int i = 0; i < 3_000; i++) {
      store.requestLog().append(request(i).finish(200, 1));
    }

    restart();

    assertThat(store.requestLog().countsSince(MOMENT).total()).isEqualTo(3_000);
  }

  @Test
  void pagesThroughTenThousandRowsWithoutGapOrRepeat() {
    int total = 10_000;
    for (int i = 0; i < total; i++) {
      store.requestLog().append(request(i).finish(200, 1));
      if (i % 1_000 == 0) {
        settle();
      }
    }
    settle();
    List<String> seen = new ArrayList<>();
    @Nullable RequestCursor cursor = null;
    do {
      RequestPage page = store.requestLog().page(RequestQuery.newest(499).after(cursor));
      page.rows().forEach(row -> seen.add(row.id()));
      cursor =
          page.next() == null ? null : RequestCursor.decode(page.next().encode()).orElseThrow();
    } while (cursor != null);

    assertThat(seen)
        .containsExactlyElementsOf(
            IntStream.range(0, total).mapToObj(i -> "r%05d".formatted(total - 1 - i)).toList());
  }

  @Test
  void theLastPageHasNoNext() {
    append(request(1).finish(200, 1), request(2).finish(200, 1));

    assertThat(store.requestLog().page(RequestQuery.newest(2)).next()).isNull();
    assertThat(store.requestLog().page(RequestQuery.newest(1)).next()).isNotNull();
  }

  @Test
  void filtersNarrowTheList() {
    append(
        request(1).requested("best", "fast").served("acme", "a1", null).finish(200, 1),
        request(2).requested("beta/b1", null).served("beta", "b1", null).finish(429, 1),
        request(3).caller("k1", "Laptop").error("100% broken_pipe").finish(502, 1));
    RequestQuery all = RequestQuery.newest(10);

    assertThat(ids(all)).containsExactly("r00003", "r00002", "r00001");
    assertThat(ids(all.withStatus(StatusRange.OK))).containsExactly("r00001");
    assertThat(ids(all.withStatus(StatusRange.ERROR))).containsExactly("r00003", "r00002");
    assertThat(ids(all.withStatus(StatusRange.exactly(429)))).containsExactly("r00002");
    assertThat(ids(all.withProvider("acme"))).containsExactly("r00001");
    assertThat(ids(all.withModel("best"))).containsExactly("r00001");
    assertThat(ids(all.withModel("b1"))).containsExactly("r00002");
    assertThat(ids(all.withApiKey("k1"))).containsExactly("r00003");
    assertThat(ids(all.withCombo("fast"))).containsExactly("r00001");
    assertThat(ids(all.withText("lapTOP"))).containsExactly("r00003");
    assertThat(ids(all.withText("0% broken_p"))).containsExactly("r00003");
    assertThat(ids(all.withText("100_"))).isEmpty();
    assertThat(ids(all.withText("completions").withStatus(StatusRange.OK)))
        .containsExactly("r00001");
  }

  @Test
  void countsAllAndFailed() {
    append(
        request(0).finish(200, 1),
        request(30).finish(399, 1),
        request(60).finish(400, 1),
        request(90).finish(502, 1));

    assertThat(store.requestLog().countsSince(MOMENT)).isEqualTo(new RequestCounts(4, 2));
    assertThat(store.requestLog().countsSince(MOMENT.plusMillis(20)))
        .isEqualTo(new RequestCounts(2, 2));
    assertThat(store.requestLog().countsSince(MOMENT.plusSeconds(9)))
        .isEqualTo(new RequestCounts(0, 0));
  }

  @Test
  void anIdThatIsTakenIsCountedAndSpoilsNothing() {
    append(request(1).finish(200, 1));
    append(request(1).finish(500, 1), request(2).finish(200, 1));

    assertThat(store.requestLog().find("r00001").orElseThrow().status()).isEqualTo(200);
    assertThat(store.requestLog().find("r00002")).isPresent();
    assertThat(store.requestLog().droppedCount()).isEqualTo(1);
  }

  @Test
  void retentionRemovesTheOldestAndKeepsTheLedgerLonger() {
    AttemptRecord attempt =
        new AttemptRecord("acme", "a1", null, 200, null, null, 1, TokenUsage.of(1, 1));
    for (int i = 0; i < 6_000; i++) {
      store.requestLog().append(request(i).attempt(attempt).finish(200, 1));
    }
    settle();

    assertThat(store.requestLog().keepNewest(5_500)).isEqualTo(500);
    assertThat(store.requestLog().keepNewest(5_500)).isZero();
    assertThat(store.requestLog().deleteBefore(MOMENT.plusMillis(1_990))).isEqualTo(5_470);
    assertThat(ids(RequestQuery.newest(500))).hasSize(30).endsWith("r05970");
    assertThat(store.requestLog().deleteLedgerBefore(MOMENT.plusMillis(1_995))).isEqualTo(5_985);
    assertThat(store.requestLog().find("r05984").orElseThrow().attempts()).isEmpty();
    assertThat(store.requestLog().find("r05985").orElseThrow().attempts()).containsExactly(attempt);
  }

  @Test
  void appendingToAClosedStoreIsCountedNotThrown() {
    store.close();

    store.requestLog().append(request(1).finish(200, 1));

    assertThat(store.requestLog().droppedCount()).isEqualTo(1);
  }

  @Test
  void aNonsenseCursorIsNone() {
    for (String text : List.of("", "-", "12-", "a b", "é", "zzzzzzzzzzzzzzzz")) {
      assertThat(RequestCursor.decode(text)).as(text).isEmpty();
    }
  }
}
