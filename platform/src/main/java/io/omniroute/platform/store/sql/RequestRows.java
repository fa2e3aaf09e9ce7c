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
  static final List<Column<RequestRecord>> REQUEST =
      List.of(
          new Column<>(REQUEST_LOG.ID, RequestRecord::id),
          new Column<>(REQUEST_LOG.STARTED_AT, RequestRecord::timestamp),
          new Column<>(REQUEST_LOG.METHOD, RequestRecord::method),
          new Column<>(REQUEST_LOG.PATH, RequestRecord::path),
          new Column<>(REQUEST_LOG.STATUS, RequestRecord::status),
          new Column<>(REQUEST_LOG.REQUESTED_MODEL, RequestRecord::requestedModel),
          new Column<>(REQUEST_LOG.COMBO_NAME, RequestRecord::comboName),
          new Column<>(REQUEST_LOG.PROVIDER, RequestRecord::provider),
          new Column<>(REQUEST_LOG.MODEL, RequestRecord::model),
          new Column<>(REQUEST_LOG.CONNECTION_ID, RequestRecord::connectionId),
          new Column<>(REQUEST_LOG.API_KEY_ID, RequestRecord::apiKeyId),
          new Column<>(REQUEST_LOG.API_KEY_NAME, RequestRecord::apiKeyName),
          new Column<>(REQUEST_LOG.CLIENT_FORMAT, RequestRecord::clientFormat),
          new Column<>(REQUEST_LOG.UPSTREAM_FORMAT, RequestRecord::upstreamFormat),
          new Column<>(REQUEST_LOG.STREAMING, RequestRecord::streaming),
          new Column<>(REQUEST_LOG.DURATION_US, RequestRecord::durationMicros),
          new Column<>(REQUEST_LOG.FIRST_TOKEN_US, RequestRecord::firstTokenMicros),
          new Column<>(REQUEST_LOG.TOKENS_INPUT, row -> row.tokens().input()),
          new Column<>(REQUEST_LOG.TOKENS_CACHE_READ, row -> row.tokens().cacheRead()),
          new Column<>(REQUEST_LOG.TOKENS_CACHE_WRITE, row -> row.tokens().cacheWrite()),
          new Column<>(REQUEST_LOG.TOKENS_OUTPUT, row -> row.tokens().output()),
          new Column<>(REQUEST_LOG.TOKENS_REASONING, row -> row.tokens().reasoning()),
          new Column<>(REQUEST_LOG.REQUEST_BYTES, RequestRecord::requestBytes),
          new Column<>(REQUEST_LOG.RESPONSE_BYTES, RequestRecord::responseBytes),
          new Column<>(REQUEST_LOG.ERROR, RequestRecord::error),
          new Column<>(REQUEST_LOG.DROPPED, RequestRecord::dropped));

  /** The columns of {@code usage_attempts}. */
  static final List<Column<Line>> LEDGER =
      List.of(
          new Column<>(USAGE_ATTEMPTS.REQUEST_ID, line -> line.request().id()),
          new Column<>(USAGE_ATTEMPTS.ORDINAL, Line::ordinal),
          new Column<>(USAGE_ATTEMPTS.STARTED_AT, line -> line.request().timestamp()),
          new Column<>(USAGE_ATTEMPTS.API_KEY_ID, line -> line.request().apiKeyId()),
          new Column<>(USAGE_ATTEMPTS.API_KEY_NAME, line -> line.request().apiKeyName()),
          new Column<>(USAGE_ATTEMPTS.PROVIDER, line -> line.attempt().provider()),
          new Column<>(USAGE_ATTEMPTS.MODEL, line -> line.attempt().model()),
          new Column<>(USAGE_ATTEMPTS.CONNECTION_ID, line -> line.attempt().connectionId()),
          new Column<>(USAGE_ATTEMPTS.STATUS, line -> line.attempt().status()),
          new Column<>(USAGE_ATTEMPTS.ERROR_CODE, line -> line.attempt().errorCode()),
          new Column<>(USAGE_ATTEMPTS.REASON, line -> line.attempt().reason()),
          new Column<>(USAGE_ATTEMPTS.DURATION_US, line -> line.attempt().durationMicros()),
          new Column<>(USAGE_ATTEMPTS.TOKENS_INPUT, line -> line.attempt().tokens().input()),
          new Column<>(
              USAGE_ATTEMPTS.TOKENS_CACHE_READ, line -> line.attempt().tokens().cacheRead()),
          new Column<>(
              USAGE_ATTEMPTS.TOKENS_CACHE_WRITE, line -> line.attempt().tokens().cacheWrite()),
          new Column<>(USAGE_ATTEMPTS.TOKENS_OUTPUT, line -> line.attempt().tokens().output()),
          new Column<>(
              USAGE_ATTEMPTS.TOKENS_REASONING, line -> line.attempt().tokens().reasoning()));

  private RequestRows() {}

  /**
   * An attempt in its place.
   *
   * @param request the request
   * @param ordinal the attempt's place in it, from 0
   * @param attempt the attempt
   */
  record Line(RequestRecord request, int ordinal, AttemptRecord attempt) {

    static Stream<Line> of(RequestRecord request) {
      List<AttemptRecord> attempts = request.attempts();
      return IntStream.range(0, attempts.size())
          .mapToObj(ordinal -> new Line(request, ordinal, attempts.get(ordinal)));
    }
  }

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
