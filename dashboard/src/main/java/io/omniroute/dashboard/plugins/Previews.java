package io.omniroute.dashboard.plugins;

import io.omniroute.platform.management.PluginService.PluginPreview;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last few files that were looked at, so that their page can be loaded again. The files
 * themselves, and how long they are kept, are the host's business. Thread-safe.
 */
final class Previews {

  private static final int MOST = 16;

  private final Map<String, PluginPreview> kept = new LinkedHashMap<>();

  synchronized void keep(PluginPreview preview) {
    kept.put(preview.token(), preview);
    while (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  synchronized Optional<PluginPreview> find(String token) {
    return Optional.ofNullable(kept.get(token));
  }

  synchronized void forget(String token) {
    kept.remove(token);
  }
}
