package io.omniroute.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what becomes known of a request on its way. Not thread-safe. */
public final class RequestRecordBuilder {

  private final String id;
  private final Instant timestamp;
  private final String method;
  private final String path;
  private final List<String> dropped = new ArrayList<>();
  private final List<AttemptRecord> attempts = new ArrayList<>();
  private @Nullable String requestedModel;
  private @Nullable String comboName;
  private @Nullable String provider;
  private @Nullable String model;
  private @Nullable String connectionId;
  private @Nullable String apiKeyId;
  private @Nullable String apiKeyName;
  private @Nullable String clientFormat;
  private @Nullable String upstreamFormat;
  private boolean streaming;
  private long firstTokenMicros = -1;
  private TokenUsage tokens = TokenUsage.UNKNOWN;
  private long requestBytes;
  private long responseBytes;
  private @Nullable String error;

  RequestRecordBuilder(String id, Instant timestamp, String method, String path) {
    this.id = id;
    this.timestamp = timestamp;
    this.method = method;
    this.path = path;
  }

  /** What the client asked for; null for no model or no combo. */
  public RequestRecordBuilder requested(@Nullable String modelString, @Nullable String combo) {
    requestedModel = modelString;
    comboName = combo;
    return this;
  }

  /** Who asked. */
  public RequestRecordBuilder caller(@Nullable String keyId, @Nullable String keyName) {
    apiKeyId = keyId;
    apiKeyName = keyName;
    return this;
  }

  /** Who served it. */
  public RequestRecordBuilder served(
      String servedProvider, String servedModel, @Nullable String servedConnection) {
    provider = servedProvider;
    model = servedModel;
    connectionId = servedConnection;
    return this;
  }

  /** The wire formats on both sides; null where it did not come to that. */
  public RequestRecordBuilder formats(@Nullable String client, @Nullable String upstream) {
    clientFormat = client;
    upstreamFormat = upstream;
    return this;
  }

  /** Whether the answer is streamed. */
  public RequestRecordBuilder streaming(boolean value) {
    streaming = value;
    return this;
  }

  /** When the first meaningful byte went out, in microseconds since the request came. */
  public RequestRecordBuilder firstTokenMicros(long micros) {
    firstTokenMicros = micros;
    return this;
  }

  /** What the client was told it used. */
  public RequestRecordBuilder tokens(TokenUsage usage) {
    tokens = usage;
    return this;
  }

  /** Sizes of the bodies. */
  public RequestRecordBuilder bytes(long request, long response) {
    requestBytes = request;
    responseBytes = response;
    return this;
  }

  /** What went wrong, for a person; must hold no secret. */
  public RequestRecordBuilder error(@Nullable String sentence) {
    error = sentence;
    return this;
  }

  /** Adds something that a translation could not express. */
  public RequestRecordBuilder dropped(String what) {
    dropped.add(what);
    return this;
  }

  /** Adds an upstream call. */
  public RequestRecordBuilder attempt(AttemptRecord attempt) {
    attempts.add(attempt);
    return this;
  }

  /** Ends the record: the status that the client got and how long it all took, in microseconds. */
  public RequestRecord finish(int clientStatus, long micros) {
    return new RequestRecord(
        id,
        timestamp,
        method,
        path,
        clientStatus,
        requestedModel,
        comboName,
        provider,
        model,
        connectionId,
        apiKeyId,
        apiKeyName,
        clientFormat,
        upstreamFormat,
        streaming,
        micros,
        firstTokenMicros,
        tokens,
        requestBytes,
        responseBytes,
        error,
        dropped,
        attempts);
  }
}
