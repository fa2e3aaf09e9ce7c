package io.omniroute.dashboard.web;

import org.jspecify.annotations.Nullable;

/**
 * An error page.
 *
 * @param status the HTTP status
 * @param title what went wrong, in a few words
 * @param text what went wrong, in a sentence
 * @param requestId what to look for in the log, for faults of the gateway
 */
public record ErrorView(int status, String title, String text, @Nullable String requestId) {}
