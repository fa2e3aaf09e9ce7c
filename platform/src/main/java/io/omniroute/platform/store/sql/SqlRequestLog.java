package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.RequestLog.REQUEST_LOG;
import static io.omniroute.platform.store.sql.schema.tables.UsageAttempts.USAGE_ATTEMPTS;

import io.omniroute.platform.store.AttemptRecord;
import io.omniroute.platform.store.RequestCounts;
import io.omniroute.platform.store.RequestCursor;
import io.omniroute.platform.store.RequestLog;
import io.omniroute.platform.store.RequestPage;
import io.omniroute.platform.store.RequestQuery;
import io.omniroute.platform.store.RequestRecord;
import io.omniroute.platform.store.sql.schema.tables.records.RequestLogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jooq.impl.DSL;

/** Requests in {@code request_log}, their attempts in {@code usage_attempts}. */
final class SqlRequestLog implements RequestLog {

  /** Rows removed in one transaction, so that other writes need not wait long. */
  private static final int REMOVED_AT_ONCE = 5_000;

  private final Database database;
  private final RequestQueue queue;

  SqlRequestLog(Database database, RequestQueue queue) {
    this.database = database;
    this.queue = queue;
  }

  @Override
  public void append(RequestRecord request) {
    queue.append(request);
  }

  @Override
  public long droppedCount() {
    return queue.dropped();
  }

  @Override
  public boolean flush(Duration limit) {
    return queue.flush(limit);
  }

  @Override
  public RequestPage page(RequestQuery query) {
    return database.read(
        dsl -> {
          Result<RequestLogRecord> found =
              dsl.selectFrom(REQUEST_LOG)
                  .where(condition(query))
                  .orderBy(REQUEST_LOG.SEQ.desc())
                  .limit(query.limit() + 1)
                  .fetch();
          List<RequestLogRecord> shown = found.subList(0, Math.min(found.size(), query.limit()));
          boolean more = found.size() > query.limit();
          return new RequestPage(
              withAttempts(dsl, shown), more ? new RequestCursor(shown.getLast().getSeq()) : null);
        });
  }

  @Override
  public Optional<RequestRecord> find(String id) {
    return database.read(
        dsl ->
            withAttempts(dsl, dsl.selectFrom(REQUEST_LOG).where(REQUEST_LOG.ID.eq(id)).fetch())
                .stream()
                .findFirst());
  }

  @Override
  public RequestCounts countsSince(Instant since) {
    return database.read(
        dsl ->
            dsl.select(DSL.count(), DSL.count().filterWhere(REQUEST_LOG.STATUS.ge(400)))
                .from(REQUEST_LOG)
                .where(REQUEST_LOG.SEQ.ge(RequestNumbers.at(since)))
                .fetchSingle(row -> new RequestCounts(row.value1(), row.value2())));
  }

  @Override
  public int deleteBefore(Instant moment) {
    return deleteRequests(REQUEST_LOG.SEQ.lt(RequestNumbers.at(moment)));
  }

  @Override
  public int keepNewest(int rows) {
    Optional<Long> newestToGo =
        database.read(
            dsl ->
                dsl.select(REQUEST_LOG.SEQ)
                    .from(REQUEST_LOG)
                    .orderBy(REQUEST_LOG.SEQ.desc())
                    .limit(1)
                    .offset(rows)
                    .fetchOptional(REQUEST_LOG.SEQ));
    return newestToGo.map(seq -> deleteRequests(REQUEST_LOG.SEQ.le(seq))).orElse(0);
  }

  @Override
  public int deleteLedgerBefore(Instant moment) {
    return inPortions(
        dsl ->
            dsl.deleteFrom(USAGE_ATTEMPTS)
                .where(
                    USAGE_ATTEMPTS.SEQ.in(
                        DSL.select(USAGE_ATTEMPTS.SEQ)
                            .from(USAGE_ATTEMPTS)
                            .where(USAGE_ATTEMPTS.SEQ.lt(RequestNumbers.at(moment)))
                            .orderBy(USAGE_ATTEMPTS.SEQ)
                            .limit(REMOVED_AT_ONCE)))
                .execute());
  }

  private int deleteRequests(Condition condition) {
    return inPortions(
        dsl ->
            dsl.deleteFrom(REQUEST_LOG)
                .where(
                    REQUEST_LOG.SEQ.in(
                        DSL.select(REQUEST_LOG.SEQ)
                            .from(REQUEST_LOG)
                            .where(condition)
                            .orderBy(REQUEST_LOG.SEQ)
                            .limit(REMOVED_AT_ONCE)))
                .execute());
  }

  private int inPortions(Function<DSLContext, Integer> portion) {
    int removed = 0;
    int last;
    do {
      last = database.write(portion);
      removed += last;
    } while (last >= REMOVED_AT_ONCE);
    return removed;
  }

  private static Condition condition(RequestQuery query) {
    Condition all = DSL.noCondition();
    if (query.before() != null) {
      all = all.and(REQUEST_LOG.SEQ.lt(query.before().position()));
    }
    if (query.status() != null) {
      all = all.and(REQUEST_LOG.STATUS.between(query.status().from(), query.status().to()));
    }
    if (query.provider() != null) {
      all = all.and(REQUEST_LOG.PROVIDER.eq(query.provider()));
    }
    if (query.model() != null) {
      all =
          all.and(
              REQUEST_LOG
                  .REQUESTED_MODEL
                  .eq(query.model())
                  .or(REQUEST_LOG.MODEL.eq(query.model())));
    }
    if (query.apiKeyId() != null) {
      all = all.and(REQUEST_LOG.API_KEY_ID.eq(query.apiKeyId()));
    }
    if (query.comboName() != null) {
      all = all.and(REQUEST_LOG.COMBO_NAME.eq(query.comboName()));
    }
    return query.text() == null || query.text().isBlank() ? all : all.and(mentions(query.text()));
  }

  private static Condition mentions(String text) {
    return REQUEST_LOG
        .ID
        .containsIgnoreCase(text)
        .or(REQUEST_LOG.PATH.containsIgnoreCase(text))
        .or(REQUEST_LOG.REQUESTED_MODEL.containsIgnoreCase(text))
        .or(REQUEST_LOG.MODEL.containsIgnoreCase(text))
        .or(REQUEST_LOG.API_KEY_NAME.containsIgnoreCase(text))
        .or(REQUEST_LOG.ERROR.containsIgnoreCase(text));
  }

  private static List<RequestRecord> withAttempts(DSLContext dsl, List<RequestLogRecord> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<AttemptRecord>> attempts =
        dsl.select(REQUEST_LOG.SEQ)
            .select(USAGE_ATTEMPTS.fields())
            .from(REQUEST_LOG)
            .join(USAGE_ATTEMPTS)
            .on(
                USAGE_ATTEMPTS
                    .SEQ
                    .gt(REQUEST_LOG.SEQ)
                    .and(USAGE_ATTEMPTS.SEQ.le(REQUEST_LOG.SEQ.plus(REQUEST_LOG.ATTEMPTS))))
            .where(REQUEST_LOG.SEQ.in(rows.stream().map(RequestLogRecord::getSeq).toList()))
            .orderBy(USAGE_ATTEMPTS.SEQ)
            .fetchGroups(REQUEST_LOG.SEQ, row -> RequestRows.attempt(row.into(USAGE_ATTEMPTS)));
    return rows.stream()
        .map(row -> RequestRows.request(row, attempts.getOrDefault(row.getSeq(), List.of())))
        .toList();
  }
}
