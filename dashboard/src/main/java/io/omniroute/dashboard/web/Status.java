package io.omniroute.dashboard.web;

/**
 * A state as a page shows it: colour, icon and word.
 *
 * @param tone what it means
 * @param word the word beside the icon
 */
public record Status(Tone tone, String word) {}
