package io.omniroute.api.translate;

import org.jspecify.annotations.Nullable;

/**
 * A model as clients see it in a list.
 *
 * @param id what a client sends as the model
 * @param ownedBy the provider's id, or {@code combo}
 * @param name a name for people
 * @param created since when it is known, in seconds since 1970
 * @param root the model's id at its provider
 * @param parent the id of the card this one repeats under another name, or null
 * @param kind {@code chat}, {@code embedding}, {@code image}, {@code audio}, {@code rerank} or
 *     {@code moderation}
 * @param contextWindow the longest prompt in tokens, or null
 * @param maxOutputTokens the longest answer in tokens, or null
 * @param custom whether a person added it by hand
 */
public record ModelCard(
    String id,
    String ownedBy,
    String name,
    long created,
    String root,
    @Nullable String parent,
    String kind,
    @Nullable Long contextWindow,
    @Nullable Long maxOutputTokens,
    boolean custom) {}
