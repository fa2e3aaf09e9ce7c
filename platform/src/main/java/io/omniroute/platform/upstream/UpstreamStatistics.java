package io.omniroute.platform.upstream;

/**
 * What an {@link UpstreamClient} holds and has done.
 *
 * @param open connections open now, idle ones included
 * @param idle connections open and unused now
 * @param dialed connections asked for since the start, failures included
 * @param staleRetries requests sent again because a pooled connection had been closed
 */
public record UpstreamStatistics(int open, int idle, long dialed, long staleRetries) {}
