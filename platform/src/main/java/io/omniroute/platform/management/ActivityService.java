package io.omniroute.platform.management;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked and answered. Thread-safe; blocks for the store. */
public interface ActivityService {

  /** The latest requests, newest first. */
  List<Activity> latest(int limit);

  /** How many requests came since a moment, and how many of them failed. */
  Counts since(Instant moment);

  /**
   * One request.
   *
   * @param id its id
   * @param at when it came
   * @param model what the client asked for; null where it did not come to that
   * @param servedBy provider and model that answered, with a slash between them, or null
   * @param status the HTTP status that the client got
   * @param attempts how many upstreams were called
   * @param millis how long it took, in milliseconds
   * @param firstTokenMillis when the first text went out, in milliseconds; null where none did
   * @param inputTokens tokens read; null where the provider did not say
   * @param outputTokens tokens written, likewise
   * @param key name of the API key, or null
   * @param error what went wrong, or null
   */
  record Activity(
      String id,
      Instant at,
      @Nullable String model,
      @Nullable String servedBy,
      int status,
      int attempts,
      long millis,
      @Nullable Long firstTokenMillis,
      @Nullable Long inputTokens,
      @Nullable Long outputTokens,
      @Nullable String key,
      @Nullable String error) {}

  /**
   * How many requests.
   *
   * @param requests all
   * @param failed those with a status of 400 or above
   */
  record Counts(long requests, long failed) {}
}
