package io.omniroute.dashboard.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened. Thread-safe; reads the request log. */
public interface ActivityPort {

  /** Where nothing is told. */
  ActivityPort UNKNOWN =
      new ActivityPort() {
        @Override
        public Optional<List<Request>> latest(int limit) {
          return Optional.empty();
        }

        @Override
        public Optional<Today> today() {
          return Optional.empty();
        }
      };

  /** The latest requests, newest first; empty where nobody knows. */
  Optional<List<Request>> latest(int limit);

  /** The counts since the start of the reader's day; empty where nobody knows. */
  Optional<Today> today();

  /** How a request ended. */
  enum Outcome {
    /** Answered by the first target. */
    ANSWERED,
    /** Answered after another target had failed. */
    FALLBACK,
    /** Not answered. */
    FAILED
  }

  /**
   * One request.
   *
   * @param at when it came
   * @param model what the client asked for
   * @param servedBy provider and model that answered
   * @param status the HTTP status the client got
   * @param outcome how it ended
   * @param millis how long it took
   * @param inputTokens tokens in, if the provider said
   * @param outputTokens tokens out, if the provider said
   */
  record Request(
      Instant at,
      String model,
      @Nullable String servedBy,
      int status,
      Outcome outcome,
      long millis,
      @Nullable Long inputTokens,
      @Nullable Long outputTokens) {}

  /**
   * The counts of a day.
   *
   * @param requests all requests
   * @param failed those that were not answered
   * @param tokens tokens in and out
   */
  record Today(long requests, long failed, long tokens) {}
}
