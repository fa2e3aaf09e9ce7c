package io.omniroute.platform.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as the log keeps it: no bodies, no headers, nothing secret.
 *
 * @param id the gateway's own request id; unique (a client's id will not do)
 * @param timestamp when it came
 * @param method HTTP method
 * @param path path without query
 * @param status the status that the client got; 499 if it went away first
 * @param requestedModel the model string of the client
 * @param comboName the combo that it named
 * @param provider id of the provider that served it
 * @param model the model that served it
 * @param connectionId the account that served it
 * @param apiKeyId the caller's key
 * @param apiKeyName its name then
 * @param clientFormat wire format towards the client
 * @param upstreamFormat wire format towards the provider
 * @param streaming whether the answer was streamed
 * @param durationMicros from the first byte in to the last byte out, in microseconds
 * @param firstTokenMicros until the first meaningful byte went out, in microseconds; -1 if none did
 * @param tokens what the client was told it used
 * @param requestBytes size of the request's body
 * @param responseBytes size of the answer's body
 * @param error what went wrong, for a person; holds no secret
 * @param dropped what a translation could not express
 * @param attempts the upstream calls in order
 */
public record RequestRecord(
    String id,
    Instant timestamp,
    String method,
    String path,
    int status,
    @Nullable String requestedModel,
    @Nullable String comboName,
    @Nullable String provider,
    @Nullable String model,
    @Nullable String connectionId,
    @Nullable String apiKeyId,
    @Nullable String apiKeyName,
    @Nullable String clientFormat,
    @Nullable String upstreamFormat,
    boolean streaming,
    long durationMicros,
    long firstTokenMicros,
    TokenUsage tokens,
    long requestBytes,
    long responseBytes,
    @Nullable String error,
    List<String> dropped,
    List<AttemptRecord> attempts) {

  /** Copies the lists and cuts the time to the millisecond that is stored. */
  public RequestRecord {
    timestamp = Stored.instant(timestamp);
    dropped = List.copyOf(dropped);
    attempts = List.copyOf(attempts);
  }

  /** Begins the record of a request. */
  public static RequestRecordBuilder builder(
      String id, Instant timestamp, String method, String path) {
    return new RequestRecordBuilder(id, timestamp, method, path);
  }
}
