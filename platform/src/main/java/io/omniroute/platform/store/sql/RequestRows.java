package io.omniroute.platform.store.sql;

import static io.omniroute.platform.store.sql.schema.tables.RequestLog.REQUEST_LOG;
import static io.omniroute.platform.store.sql.schema.tables.UsageAttempts.USAGE_ATTEMPTS;

import io.omniroute.platform.store.AttemptRecord;
import io.omniroute.platform.store.RequestRecord;
import io.omniroute.platform.store.TokenUsage;
import io.omniroute.platform.store.sql.schema.tables.records.RequestLogRecord;
import io.omniroute.platform.store.sql.schema.tables.records.UsageAttemptsRecord;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Requests and attempts as rows, both ways. */
final class RequestRows {

  /** The columns of {@code request_log}. */
  static final List<Column<Entry>> REQUEST =
      List.of(
          Column.of(REQUEST_LOG.SEQ, Entry::seq),
          Column.of(REQUEST_LOG.ID, entry -> entry.request().id()),
          Column.of(REQUEST_LOG.STARTED_AT, entry -> entry.request().timestamp()),
          Column.of(REQUEST_LOG.METHOD, entry -> entry.request().method()),
          Column.of(REQUEST_LOG.PATH, entry -> entry.request().path()),
          Column.of(REQUEST_LOG.STATUS, entry -> entry.request().status()),
          Column.of(REQUEST_LOG.REQUESTED_MODEL, entry -> entry.request().requestedModel()),
          Column.of(REQUEST_LOG.COMBO_NAME, entry -> entry.request().comboName()),
          Column.of(REQUEST_LOG.PROVIDER, entry -> entry.request().provider()),
          Column.of(REQUEST_LOG.MODEL, entry -> entry.request().model()),
          Column.of(REQUEST_LOG.CONNECTION_ID, entry -> entry.request().connectionId()),
          Column.of(REQUEST_LOG.API_KEY_ID, entry -> entry.request().apiKeyId()),
          Column.of(REQUEST_LOG.API_KEY_NAME, entry -> entry.request().apiKeyName()),
          Column.of(REQUEST_LOG.CLIENT_FORMAT, entry -> entry.request().clientFormat()),
          Column.of(REQUEST_LOG.UPSTREAM_FORMAT, entry -> entry.request().upstreamFormat()),
          Column.of(REQUEST_LOG.STREAMING, entry -> entry.request().streaming()),
          Column.of(REQUEST_LOG.DURATION_US, entry -> entry.request().durationMicros()),
          Column.of(REQUEST_LOG.FIRST_TOKEN_US, entry -> entry.request().firstTokenMicros()),
          Column.of(REQUEST_LOG.TOKENS_INPUT, entry -> entry.request().tokens().input()),
          Column.of(REQUEST_LOG.TOKENS_CACHE_READ, entry -> entry.request().tokens().cacheRead()),
          Column.of(REQUEST_LOG.TOKENS_CACHE_WRITE, entry -> entry.request().tokens().cacheWrite()),
          Column.of(REQUEST_LOG.TOKENS_OUTPUT, entry -> entry.request().tokens().output()),
          Column.of(REQUEST_LOG.TOKENS_REASONING, entry -> entry.request().tokens().reasoning()),
          Column.of(REQUEST_LOG.REQUEST_BYTES, entry -> entry.request().requestBytes()),
          Column.of(REQUEST_LOG.RESPONSE_BYTES, entry -> entry.request().responseBytes()),
          Column.of(REQUEST_LOG.ERROR, entry -> entry.request().error()),
          Column.of(REQUEST_LOG.DROPPED, entry -> entry.request().dropped()),
          Column.of(REQUEST_LOG.ATTEMPTS, entry -> entry.request().attempts().size()));

  /** The columns of {@code usage_attempts}. */
  static final List<Column<Line>> LEDGER =
      List.of(
          Column.of(USAGE_ATTEMPTS.SEQ, Line::seq),
          Column.of(USAGE_ATTEMPTS.STARTED_AT, line -> line.request().timestamp()),
          Column.of(USAGE_ATTEMPTS.API_KEY_ID, line -> line.request().apiKeyId()),
          Column.of(USAGE_ATTEMPTS.API_KEY_NAME, line -> line.request().apiKeyName()),
          Column.of(USAGE_ATTEMPTS.PROVIDER, line -> line.attempt().provider()),
          Column.of(USAGE_ATTEMPTS.MODEL, line -> line.attempt().model()),
          Column.of(USAGE_ATTEMPTS.CONNECTION_ID, line -> line.attempt().connectionId()),
          Column.of(USAGE_ATTEMPTS.STATUS, line -> line.attempt().status()),
          Column.of(USAGE_ATTEMPTS.ERROR_CODE, line -> line.attempt().errorCode()),
          Column.of(USAGE_ATTEMPTS.REASON, line -> line.attempt().reason()),
          Column.of(USAGE_ATTEMPTS.DURATION_US, line -> line.attempt().durationMicros()),
          Column.of(USAGE_ATTEMPTS.TOKENS_INPUT, line -> line.attempt().tokens().input()),
          Column.of(USAGE_ATTEMPTS.TOKENS_CACHE_READ, line -> line.attempt().tokens().cacheRead()),
          Column.of(
              USAGE_ATTEMPTS.TOKENS_CACHE_WRITE, line -> line.attempt().tokens().cacheWrite()),
          Column.of(USAGE_ATTEMPTS.TOKENS_OUTPUT, line -> line.attempt().tokens().output()),
          Column.of(USAGE_ATTEMPTS.TOKENS_REASONING, line -> line.attempt().tokens().reasoning()));

  private RequestRows() {}

  /**
   * A request with its number.
   *
   * @param seq its number; the next ones belong to its attempts
   * @param request the request
   */
  record Entry(long seq, RequestRecord request) {

    Stream<Line> lines() {
      List<AttemptRecord> attempts = request.attempts();
      return IntStream.range(0, attempts.size())
          .mapToObj(i -> new Line(seq + 1 + i, request, attempts.get(i)));
    }
  }

  /**
   * An attempt with its number.
   *
   * @param seq its number
   * @param request the request it was made for
   * @param attempt the attempt
   */
  record Line(long seq, RequestRecord request, AttemptRecord attempt) {}

  static RequestRecord request(RequestLogRecord row, List<AttemptRecord> attempts) {
    return new RequestRecord(
        row.getId(),
        row.getStartedAt(),
        row.getMethod(),
        row.getPath(),
        row.getStatus(),
        row.getRequestedModel(),
        row.getComboName(),
        row.getProvider(),
        row.getModel(),
        row.getConnectionId(),
        row.getApiKeyId(),
        row.getApiKeyName(),
        row.getClientFormat(),
        row.getUpstreamFormat(),
        row.getStreaming(),
        row.getDurationUs(),
        row.getFirstTokenUs(),
        new TokenUsage(
            row.getTokensInput(),
            row.getTokensCacheRead(),
            row.getTokensCacheWrite(),
            row.getTokensOutput(),
            row.getTokensReasoning()),
        row.getRequestBytes(),
        row.getResponseBytes(),
        row.getError(),
        row.getDropped(),
        attempts);
  }

  static AttemptRecord attempt(UsageAttemptsRecord row) {
    return new AttemptRecord(
        row.getProvider(),
        row.getModel(),
        row.getConnectionId(),
        row.getStatus(),
        row.getErrorCode(),
        row.getReason(),
        row.getDurationUs(),
        new TokenUsage(
            row.getTokensInput(),
            row.getTokensCacheRead(),
            row.getTokensCacheWrite(),
            row.getTokensOutput(),
            row.getTokensReasoning()));
  }
}
