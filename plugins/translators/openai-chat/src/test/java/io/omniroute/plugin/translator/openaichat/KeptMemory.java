package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.translate.ConversationMemory;
import io.omniroute.api.translate.EncodeContext;
import io.omniroute.api.translate.Losses;
import io.omniroute.api.translate.Quirks;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A memory that keeps everything. */
final class KeptMemory implements ConversationMemory {
  private final Map<String, String> kept = new HashMap<>();

  @Override
  public Optional<String> recall(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public void remember(String key, String value) {
    kept.put(key, value);
  }

  EncodeContext context(Quirks quirks) {
    return new EncodeContext("m", true, quirks, null, Losses.IGNORED, this);
  }
}
