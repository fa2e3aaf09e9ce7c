package io.omniroute.api.translate;

import org.jspecify.annotations.Nullable;

/**
 * What a writer of a request knows of its target.
 *
 * @param model the model's id at the provider
 * @param stream whether the provider is asked to stream, whatever the caller asked for
 * @param quirks what is different at this provider and model
 * @param maxOutputTokens the longest answer the model can give, or null where unknown
 * @param losses takes what cannot be expressed
 * @param memory keeps what a client cannot carry from turn to turn
 */
public record EncodeContext(
    String model,
    boolean stream,
    Quirks quirks,
    @Nullable Long maxOutputTokens,
    Losses losses,
    ConversationMemory memory) {}
