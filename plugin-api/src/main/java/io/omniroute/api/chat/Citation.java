package io.omniroute.api.chat;

import org.jspecify.annotations.Nullable;

/**
 * Where a text comes from.
 *
 * @param url the address of the source, or null
 * @param title its title, or null
 * @param citedText the words that were used, or null
 * @param start the first character of the answer that rests on it, counted from 0; null if unknown
 * @param end behind its last character; null if unknown
 * @param extras the citation's other fields
 */
public record Citation(
    @Nullable String url,
    @Nullable String title,
    @Nullable String citedText,
    @Nullable Integer start,
    @Nullable Integer end,
    Extras extras) {}
