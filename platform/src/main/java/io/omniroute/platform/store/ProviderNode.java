package io.omniroute.platform.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that a person added as a provider of their own.
 *
 * @param id given by the caller, for example {@code openai-compatible-chat-<uuid>}; also the
 *     provider id of its accounts
 * @param type which family it is compatible with
 * @param name what a person calls it
 * @param prefix what model names begin with; unique
 * @param apiType which of the family's formats it speaks; null where there is one only
 * @param baseUrl where it is
 * @param createdAt when it was added
 * @param updatedAt when it was last saved; the store sets it
 */
public record ProviderNode(
    String id,
    String type,
    String name,
    String prefix,
    @Nullable String apiType,
    String baseUrl,
    Instant createdAt,
    Instant updatedAt) {

  /** Cuts times to the millisecond that is stored. */
  public ProviderNode {
    createdAt = Stored.instant(createdAt);
    updatedAt = Stored.instant(updatedAt);
  }
}
