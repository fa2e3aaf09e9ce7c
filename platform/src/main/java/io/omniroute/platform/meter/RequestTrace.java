package io.omniroute.platform.meter;

import io.omniroute.api.Failure;
import io.omniroute.api.chat.Usage;
import io.omniroute.api.translate.Dropped;
import io.omniroute.api.translate.Losses;
import io.omniroute.platform.route.Target;
import io.omniroute.platform.store.AttemptRecord;
import io.omniroute.platform.store.RequestRecord;
import io.omniroute.platform.store.RequestRecordBuilder;
import io.omniroute.platform.store.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Collects what becomes of one request. Used by the request's own thread alone; nothing in it
 * blocks or reaches the store.
 */
public final class RequestTrace implements Losses {

  private static final int MOST_LOSSES = 200;

  private final long startNanos;
  private final List<AttemptRecord> attempts = new ArrayList<>(1);
  private final List<Dropped> losses = new ArrayList<>(0);
  private @Nullable Target served;
  private @Nullable String upstreamFormat;
  private @Nullable String requestedModel;
  private @Nullable String error;
  private Usage usage = Usage.NONE;
  private boolean streaming;
  private int status;
  private long firstTokenNanos = -1;
  private long responseBytes;

  /**
   * Begins.
   *
   * @param startNanos when the request came, by {@link System#nanoTime}
   */
  public RequestTrace(long startNanos) {
    this.startNanos = startNanos;
  }

  /** What the client asked for. */
  public void asked(String model, boolean stream) {
    requestedModel = model;
    streaming = stream;
  }

  /** A target begins to be tried: what was left of the one before does not count. */
  public void trying(Target target, @Nullable String format) {
    served = target;
    upstreamFormat = format;
    usage = Usage.NONE;
    losses.clear();
  }

  @Override
  public void dropped(String path, String reason) {
    if (losses.size() < MOST_LOSSES) {
      losses.add(new Dropped(path, reason));
    }
  }

  /** What the current attempt could not express. */
  public List<Dropped> losses() {
    return List.copyOf(losses);
  }

  /** Counters of the current attempt; known ones replace earlier ones. */
  public void used(@Nullable Usage counters) {
    if (counters != null) {
      usage = usage.merge(counters);
    }
  }

  /** The first content goes to the client now. */
  public void firstToken() {
    if (firstTokenNanos < 0) {
      firstTokenNanos = System.nanoTime() - startNanos;
    }
  }

  /** An attempt is over. */
  public void attempted(Target target, int upstreamStatus, @Nullable Failure failure, long nanos) {
    attempts.add(
        new AttemptRecord(
            target.providerId(),
            target.model().id(),
            target.account().id(),
            upstreamStatus,
            failure == null ? null : failure.code().name(),
            failure == null ? null : failure.message(),
            TimeUnit.NANOSECONDS.toMicros(nanos),
            tokens()));
  }

  /** What the client got. */
  public void answered(int httpStatus, long bytes) {
    status = httpStatus;
    responseBytes += bytes;
  }

  /** More of a stream went to the client. */
  public void sent(long bytes) {
    responseBytes += bytes;
  }

  /** The request failed, or its stream did after the status was sent. */
  public void failed(int httpStatus, String reason) {
    status = httpStatus;
    error = reason;
  }

  /** Counters of the current attempt. */
  public Usage usage() {
    return usage;
  }

  /** Writes everything into a record and finishes it. */
  public RequestRecord finish(RequestRecordBuilder record, String clientFormat, long requestBytes) {
    record
        .requested(requestedModel, null)
        .streaming(streaming)
        .formats(clientFormat, upstreamFormat)
        .tokens(tokens())
        .bytes(requestBytes, responseBytes)
        .error(error);
    if (firstTokenNanos >= 0) {
      record.firstTokenMicros(TimeUnit.NANOSECONDS.toMicros(firstTokenNanos));
    }
    if (served != null) {
      record.served(served.providerId(), served.model().id(), served.account().id());
    }
    losses.forEach(loss -> record.dropped(loss.path() + ": " + loss.reason()));
    attempts.forEach(record::attempt);
    return record.finish(status, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos));
  }

  private TokenUsage tokens() {
    return usage.isEmpty()
        ? TokenUsage.UNKNOWN
        : new TokenUsage(
            usage.inputTotal(),
            usage.cacheRead(),
            usage.cacheWrite(),
            usage.outputTotal(),
            usage.reasoning());
  }
}
