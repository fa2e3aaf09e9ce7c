package io.omniroute.platform.store;

/**
 * How many requests there were.
 *
 * @param total all
 * @param failed those with a status of 400 or above
 */
public record RequestCounts(long total, long failed) {}
