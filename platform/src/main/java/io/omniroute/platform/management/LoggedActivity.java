package io.omniroute.platform.management;

import io.omniroute.platform.store.RequestCounts;
import io.omniroute.platform.store.RequestLog;
import io.omniroute.platform.store.RequestQuery;
import io.omniroute.platform.store.RequestRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the request log. */
final class LoggedActivity implements ActivityService {

  private final RequestLog log;

  LoggedActivity(RequestLog log) {
    this.log = log;
  }

  @Override
  public List<Activity> latest(int limit) {
    return log.page(RequestQuery.newest(limit)).rows().stream().map(LoggedActivity::view).toList();
  }

  @Override
  public Counts since(Instant moment) {
    RequestCounts counts = log.countsSince(moment);
    return new Counts(counts.total(), counts.failed());
  }

  private static Activity view(RequestRecord request) {
    String provider = request.provider();
    return new Activity(
        request.id(),
        request.timestamp(),
        request.requestedModel(),
        provider == null ? null : provider + "/" + request.model(),
        request.status(),
        request.attempts().size(),
        request.durationMicros() / 1000,
        request.firstTokenMicros() < 0 ? null : (Long) (request.firstTokenMicros() / 1000),
        said(request.tokens().input()),
        said(request.tokens().output()),
        request.apiKeyName(),
        request.error());
  }

  private static @Nullable Long said(long tokens) {
    return tokens < 0 ? null : (Long) tokens;
  }
}
