package io.omniroute.platform.management;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that a person added.
 *
 * @param id its id, also the provider id of its accounts
 * @param type {@code openai-compatible} or {@code anthropic-compatible}
 * @param name what a person calls it
 * @param prefix what model names begin with
 * @param apiType {@code chat} or {@code responses}; null where the type has one only
 * @param baseUrl where it is
 * @param accounts how many accounts it has
 * @param createdAt when it was added
 * @param updatedAt when it was last saved
 */
public record NodeView(
    String id,
    String type,
    String name,
    String prefix,
    @Nullable String apiType,
    String baseUrl,
    int accounts,
    Instant createdAt,
    Instant updatedAt) {}
