package io.omniroute.platform.pipeline;

import io.omniroute.platform.upstream.Timeouts;
import java.time.Duration;

/**
 * What the pipeline follows; one immutable value at a time.
 *
 * @param connect how long a connection may take
 * @param firstByte how long until an upstream begins to answer
 * @param idle the longest silence in a stream
 * @param whole how long an answer that is not streamed may take in all
 * @param maxAnswerBytes the largest answer that is read as a whole
 */
public record PipelineSettings(
    Duration connect, Duration firstByte, Duration idle, Duration whole, int maxAnswerBytes) {

  /** The defaults. */
  public static final PipelineSettings DEFAULT =
      new PipelineSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(120),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          128 * 1024 * 1024);

  Timeouts timeouts(boolean stream) {
    return new Timeouts(connect, stream ? firstByte : whole, idle, stream ? Duration.ZERO : whole);
  }
}
