package io.omniroute.api.translate;

import io.omniroute.api.Extension;
import java.util.Optional;

/**
 * One wire format. Most formats have both sides; a format that only clients speak, or only
 * upstreams, has one. Implementations are pure and thread-safe.
 */
public interface Translator extends Extension {

  /** The format's id, such as {@code openai-chat}. */
  String format();

  /** The side that serves clients. */
  default Optional<ClientFormat> clientFormat() {
    return Optional.empty();
  }

  /** The side that speaks to providers. */
  default Optional<UpstreamFormat> upstreamFormat() {
    return Optional.empty();
  }
}
