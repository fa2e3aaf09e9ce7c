package io.omniroute.api.provider;

import io.omniroute.api.translate.Quirks;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model at a provider.
 *
 * @param id its id there
 * @param name its name for people
 * @param kind the endpoint it is called by
 * @param format the wire format it needs where the provider offers several, or null
 * @param contextWindow the longest prompt in tokens, or null
 * @param maxOutputTokens the longest answer in tokens, or null
 * @param capabilities what it can do; empty where unknown
 * @param price what it costs, or null where unknown
 * @param quirks how it differs from the provider's norm
 */
public record ModelInfo(
    String id,
    String name,
    Endpoint.Kind kind,
    @Nullable String format,
    @Nullable Long contextWindow,
    @Nullable Long maxOutputTokens,
    Set<Capability> capabilities,
    @Nullable Price price,
    Quirks quirks) {

  /** Copies the set. */
  public ModelInfo {
    capabilities = Set.copyOf(capabilities);
  }

  /** A chat model of which only the id is known. */
  public static ModelInfo chat(String id) {
    return new ModelInfo(id, id, Endpoint.Kind.CHAT, null, null, null, Set.of(), null, Quirks.NONE);
  }

  /** What a model can do. */
  public enum Capability {
    /** Looks at images. */
    VISION,
    /** Calls tools. */
    TOOLS,
    /** Thinks before it answers. */
    REASONING,
    /** Answers by a JSON Schema. */
    STRUCTURED_OUTPUT,
    /** Makes images. */
    IMAGE_OUTPUT
  }
}
