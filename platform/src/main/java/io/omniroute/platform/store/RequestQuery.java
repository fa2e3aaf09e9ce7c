package io.omniroute.platform.store;

import org.jspecify.annotations.Nullable;

/**
 * Which requests to list, newest first; null means no restriction.
 *
 * @param limit most rows to give, 1 to 500
 * @param before where the page before ended, to go on after it
 * @param status the client's status
 * @param provider id of the provider that served it
 * @param model requested or served model, exactly
 * @param apiKeyId the caller's key
 * @param comboName the combo asked for
 * @param text part of id, path, model, key name or error, whatever the case
 */
public record RequestQuery(
    int limit,
    @Nullable RequestCursor before,
    @Nullable StatusRange status,
    @Nullable String provider,
    @Nullable String model,
    @Nullable String apiKeyId,
    @Nullable String comboName,
    @Nullable String text) {

  /** Most rows a page has. */
  public static final int MAX_LIMIT = 500;

  /** Brings the limit into its bounds. */
  public RequestQuery {
    limit = Math.clamp(limit, 1, MAX_LIMIT);
  }

  /**
   * Client statuses from {@code from} to {@code to}, both included.
   *
   * @param from lowest
   * @param to highest
   */
  public record StatusRange(int from, int to) {

    /** Answered well. */
    public static final StatusRange OK = new StatusRange(200, 399);

    /** Anything else. */
    public static final StatusRange ERROR = new StatusRange(400, 999);

    /** One status. */
    public static StatusRange exactly(int status) {
      return new StatusRange(status, status);
    }
  }

  /** The newest requests of all. */
  public static RequestQuery newest(int limit) {
    return new RequestQuery(limit, null, null, null, null, null, null, null);
  }

  /** The same from after a row. */
  public RequestQuery after(@Nullable RequestCursor cursor) {
    return new RequestQuery(limit, cursor, status, provider, model, apiKeyId, comboName, text);
  }

  /** The same with some statuses only. */
  public RequestQuery withStatus(@Nullable StatusRange range) {
    return new RequestQuery(limit, before, range, provider, model, apiKeyId, comboName, text);
  }

  /** The same of one provider. */
  public RequestQuery withProvider(@Nullable String id) {
    return new RequestQuery(limit, before, status, id, model, apiKeyId, comboName, text);
  }

  /** The same of one model. */
  public RequestQuery withModel(@Nullable String name) {
    return new RequestQuery(limit, before, status, provider, name, apiKeyId, comboName, text);
  }

  /** The same of one caller. */
  public RequestQuery withApiKey(@Nullable String id) {
    return new RequestQuery(limit, before, status, provider, model, id, comboName, text);
  }

  /** The same of one combo. */
  public RequestQuery withCombo(@Nullable String name) {
    return new RequestQuery(limit, before, status, provider, model, apiKeyId, name, text);
  }

  /** The same with a text in them. */
  public RequestQuery withText(@Nullable String part) {
    return new RequestQuery(limit, before, status, provider, model, apiKeyId, comboName, part);
  }
}
