package io.omniroute.platform.management;

import org.jspecify.annotations.Nullable;

/**
 * A node to be added or changed.
 *
 * @param type {@code openai-compatible} or {@code anthropic-compatible}
 * @param name what a person calls it
 * @param prefix what model names begin with
 * @param apiType {@code chat} or {@code responses}; null for {@code chat}, or where the type has
 *     one only
 * @param baseUrl where it is
 */
public record NodeDraft(
    String type, String name, String prefix, @Nullable String apiType, String baseUrl) {}
